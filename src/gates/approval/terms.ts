import { decimal, parseDecimal } from '../../shared/decimal.js'
import { pointerTo } from '../../shared/location.js'
import { type Message, message } from '../../shared/message.js'
import { loginKey } from '../../shared/person.js'
import { canonical, fact, otherTerms, rank, type Term, type TermValue } from '../terms.js'
import { type Group, groupsOf, listOf, type Options, RISKS } from './options.js'

/** What is demanded of approvals: fewer, or one more person who may give one, is weaker. */
export function terms(options: Options): Term[] {
  const gate = message('terms.gate', { gate: 'approval' })
  const separate = options['separate-duties'] ?? true
  return [
    ...groupsOf(options).flatMap((group) => groupTerms(group)),
    option(gate, [], '', 'separate-duties', rank(String(separate), ['false', 'true'])),
    ...listOf(options['trained-by']).map((login, index) => ({
      ...option(gate, [loginKey(login)], '', 'trained-by', fact(loginKey(login), 'stricter', login)),
      pointer: `/trained-by/${index}`,
    })),
    ...Object.entries(options.accounts ?? {}).map(([email, login]) => ({
      ...option(gate, [email.toLowerCase()], '', 'accounts', fact(loginKey(login), 'weaker', login)),
      pointer: pointerTo('/accounts', email),
    })),
    ...(options.deployers ? [option(gate, [], '', 'deployers', waysOf(listOf(options.deployers)))] : []),
    ...otherTerms(options, KNOWN, gate, ''),
  ]
}

const KNOWN = ['count', 'from', 'by-risk', 'roles', 'separate-duties', 'trained-by', 'accounts', 'deployers']

function groupTerms({ role, seat, pointer }: Group): Term[] {
  const of = role === undefined ? message('terms.gate', { gate: 'approval' }) : message('approval.role', { role })
  // No name of a role is one of a class of risk.
  const key = role === undefined ? [] : [`role ${role}`]
  const { count = 1, from, 'by-risk': byRisk = {} } = seat
  return [
    option(of, key, pointer, 'count', amount(count)),
    option(of, key, pointer, 'from', waysOf(from)),
    ...RISKS.flatMap((risk) => {
      const written = byRisk[risk]
      if (written === undefined) return []
      const at = pointerTo(pointerTo(pointer, 'by-risk'), risk)
      return [option(message('terms.option', { of, option: risk }), [...key, risk], at, 'count', amount(written.count))]
    }),
  ]
}

function option(of: Message, key: readonly string[], pointer: string, name: string, value: TermValue): Term {
  const what = message('terms.option', { of, option: name })
  return { key: canonical([...key, name]), what, pointer: pointerTo(pointer, name), value }
}

function amount(count: number): TermValue {
  const written = String(count)
  const value = parseDecimal(written) ?? decimal('0')
  return { kind: 'amount', amount: value, unit: '', more: 'stricter', written, shown: written }
}

function waysOf(people: readonly string[]): TermValue {
  const ways = [...new Set(people.map(loginKey))].sort()
  return { kind: 'ways', ways, written: canonical(ways), shown: people.join(', ') }
}
