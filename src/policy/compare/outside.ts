import { canonical, fact, type Term, type TermValue, until } from '../../gates/terms.js'
import { pointerTo } from '../../shared/location.js'
import { message } from '../../shared/message.js'
import { plain } from './data.js'

/** Each thing that files have to say of themselves, by kind where the policy names kinds: one less is weaker. */
export function bindTerms(bind: unknown): Term[] {
  return Object.entries(plain(bind)).flatMap(([facet, selectors]) => {
    const at = pointerTo('/evidence/bind', facet)
    if (typeof selectors === 'string') return [bindTerm([facet], at, fact(selectors, 'stricter'))]
    return Object.entries(plain(selectors)).map(([kind, selector]) =>
      bindTerm([facet, kind], pointerTo(at, kind), fact(selector, 'stricter')),
    )
  })
}

function bindTerm(parts: readonly string[], pointer: string, value: TermValue): Term {
  const path = ['bind', ...parts].join('/')
  const what = message('policy.change-part', { key: 'evidence', part: path })
  return { key: `evidence/${path}`, what, pointer, value }
}

/** A waiver lets a check fail, so one more is weaker, and so is one that lasts longer. Of one check there is at most one. */
export function waiverTerms(waivers: unknown): Term[] {
  const term = (key: string, check: string, pointer: string, value: TermValue): Term => ({
    key,
    what: message('policy.change-waiver', { check }),
    pointer,
    value,
  })
  if (!Array.isArray(waivers))
    return waivers === undefined ? [] : [term('waivers', 'waivers', '/waivers', fact(waivers, 'weaker'))]
  return waivers.map((waiver: unknown, index): Term => {
    const { check, expires } = plain(waiver)
    const id = typeof check === 'string' ? check : canonical(waiver)
    return term(`waivers/${id}`, id, `/waivers/${index}`, until(waiver, expires))
  })
}
