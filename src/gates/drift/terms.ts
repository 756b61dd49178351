import { pointerTo } from '../../shared/location.js'
import { message } from '../../shared/message.js'
import { boundsOf } from '../bound.js'
import { boundsValue, canonical, fact, otherTerms, type Term, valueByName } from '../terms.js'
import type { FeatureOptions, Options } from './options.js'

/** What is demanded of the share, of the data set, and of each feature by each method. */
export function terms(options: Options): Term[] {
  const { features = {}, 'max-share': share, dataset, except } = options
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
    ...(except === undefined
      ? []
      : [
          {
            key: canonical(['except']),
            what: message('terms.option', { of: message('drift.title-gate'), option: 'except' }),
            pointer: '/except',
            value: fact(except, 'weaker'),
          },
        ]),
  ]
  return [
    ...own,
    ...Object.entries(features).flatMap(([feature, asked]) => ofFeature(feature, asked)),
    ...otherTerms(options, ['max-share', 'dataset', 'features', 'except'], message('drift.title-gate'), ''),
  ]
}

function ofFeature(feature: string, options: FeatureOptions): Term[] {
  const at = pointerTo('/features', feature)
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
