import { decimalOf } from '../../gates/bound.js'
import { canonical, fact, type Term, type TermValue } from '../../gates/terms.js'
import { pointerTo } from '../../shared/location.js'
import { message } from '../../shared/message.js'
import { parseDay } from '../../shared/time.js'

type Data = Readonly<Record<string, unknown>>

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
    const { check } = plain(waiver)
    const id = typeof check === 'string' ? check : canonical(waiver)
    return term(`waivers/${id}`, id, `/waivers/${index}`, lastingUntil(waiver))
  })
}

/** Leave until a day. Two of which more differs than the day are not compared. */
function lastingUntil(leave: unknown): TermValue {
  const { expires, ...rest } = plain(leave)
  const day = typeof expires === 'string' ? parseDay(expires) : undefined
  if (day === undefined) return fact(leave, 'weaker')
  const written = { written: canonical(leave), shown: String(expires) }
  return { kind: 'amount', amount: decimalOf(day), unit: canonical(rest), more: 'weaker', added: 'weaker', ...written }
}

function plain(data: unknown): Data {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
    ? Object.fromEntries(Object.entries(data))
    : {}
}
