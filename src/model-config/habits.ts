import type { Explained } from '../policy/explain.js'
import { decimal, formatDecimal, parseDecimal } from '../shared/decimal.js'
import { problem } from '../shared/problem.js'

/**
 * Mistakes that people make again and again in this file: `yes` for `true`, a channel whose `#` begins a comment, a unit
 * behind a number, quotes around one, per cent for a share, a decimal comma.
 */
export const habit: Explained['habit'] = (value, { name, schema, written }) => {
  const types = [schema.type].flat()
  if (value === null) {
    // `#` after a blank begins a comment, so that a channel's name is gone.
    return problem(name.endsWith('alert_channel') ? 'config.channel' : 'policy.empty-value', { name })
  }
  if (typeof value === 'number' && !Number.isFinite(value)) return problem('policy.nonfinite', { name, found: written })
  if (typeof value !== 'string') return undefined
  const found = value.slice(0, 60)
  if (types.includes('boolean')) return flagHabit(found, name)
  return types.includes('number') || types.includes('integer') ? numberHabit(found.trim(), name) : undefined
}

function flagHabit(found: string, name: string) {
  const better = /^(?:yes|on|y|true)$/i.test(found) ? 'true' : /^(?:no|off|n|false)$/i.test(found) ? 'false' : undefined
  return better === undefined ? undefined : problem('config.flag', { name, found, better })
}

function numberHabit(found: string, name: string) {
  const [, digits = '', unit = ''] = /^([-+]?[0-9]*\.?[0-9]+)\s*(ms|s|%)?$/i.exec(found) ?? []
  const number = parseDecimal(digits)
  if (number !== undefined) {
    if (unit === '') return problem('policy.quoted-number', { name, found })
    if (unit === '%')
      return problem('policy.percent', { name, found, fraction: formatDecimal(number.times(decimal('0.01'))) })
    const factor = decimal(unit.toLowerCase() === 's' ? '1000' : '1')
    return problem('config.unit', { name, found, better: formatDecimal(number.times(factor)) })
  }
  if (/^[-+]?[0-9]+,[0-9]+$/.test(found))
    return problem('policy.decimal-comma', { name, found, better: found.replace(',', '.') })
  return undefined
}
