import { pointerTo } from '../../shared/location.js'
import { message } from '../../shared/message.js'
import { boundsOf } from '../bound.js'
import { boundsValue, canonical, fact, otherTerms, type Term, valueByName } from '../terms.js'
import { DEFAULT_MIN_ROWS } from './figure.js'
import { EVERY, type FeatureOptions, type Options } from './options.js'
import { everyBounds, hasTables, namedBounds } from './wanted.js'

const KNOWN = ['max-share', 'dataset', 'features', 'except', 'min-rows']

/** What is demanded of the share, of the data set, and of each feature by each method. */
export function terms(options: Options): Term[] {
  const { features = {}, 'max-share': share, dataset, except = [] } = options
  const option = (name: string) => message('terms.option', { of: message('drift.title-gate'), option: name })
  const own = [
    ...(share === undefined
      ? []
      : [
          {
            key: canonical(['max-share']),
            what: message('drift.title-share'),
            pointer: '/max-share',
            value: valueByName('max-share', share),
          },
        ]),
    ...(dataset === undefined
      ? []
      : [
          {
            key: canonical(['dataset']),
            what: message('drift.title-dataset'),
            pointer: '/dataset',
            value: fact(dataset, 'stricter'),
          },
        ]),
    ...except.map(
      (column, index): Term => ({
        key: canonical(['except', column]),
        what: option('except'),
        pointer: pointerTo('/except', index),
        // Of a share it leaves out what may be stable, too.
        value: fact(column, share === undefined ? 'weaker' : 'changed'),
      }),
    ),
    ...(hasTables(options)
      ? [
          {
            key: canonical(['min-rows']),
            what: option('min-rows'),
            pointer: options['min-rows'] === undefined ? '' : '/min-rows',
            value: valueByName('min-rows', options['min-rows'] ?? DEFAULT_MIN_ROWS),
          },
        ]
      : []),
  ]
  return [
    ...own,
    ...Object.entries(features).flatMap(([feature, asked]) => ofFeature(feature, asked)),
    ...everyTerms(options),
    ...inPlaceOfEvery(options),
    ...otherTerms(options, KNOWN, message('drift.title-gate'), ''),
  ]
}

/** What counts as drift where a share of two tables is bounded and nothing is said. */
function everyTerms(options: Options): Term[] {
  const { bounds, pointer } = everyBounds(options)
  return pointer === '/max-share' ? ofFeature(EVERY, bounds, pointer) : []
}

/** Without a share, bounds on a column take the place of those under `*`, which may be stricter. */
function inPlaceOfEvery(options: Options): Term[] {
  const isEvery = Object.keys(everyBounds(options).bounds).length > 0
  if (!isEvery || options['max-share'] !== undefined) return []
  return namedBounds(options).map(([feature]) => ({
    key: canonical(['feature', feature]),
    what: message('drift.title-own', { feature }),
    pointer: pointerTo('/features', feature),
    value: fact(feature),
  }))
}

function ofFeature(feature: string, options: FeatureOptions, at = pointerTo('/features', feature)): Term[] {
  if (typeof options === 'string') {
    const what = message('drift.title-feature', { feature })
    return [{ key: canonical(['feature', feature]), what, pointer: at, value: fact(options, 'stricter') }]
  }
  return Object.entries(options).flatMap(([method, written]) => {
    const bounds = boundsOf(written)
    const [first] = bounds
    if (first === undefined) return []
    const pointer = pointerTo(at, method)
    return [
      {
        key: canonical(['feature', feature, method]),
        what: message('drift.title', { feature, method }),
        pointer: first.option === '' ? pointer : pointerTo(pointer, first.option),
        value: boundsValue(bounds, method, written),
      },
    ]
  })
}
