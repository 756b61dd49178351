import { type Message, message } from '../../shared/message.js'
import type { Catalog, CatalogModel, CatalogWaiver, Flag, Registered } from '../model.js'

/** A day of a time, `2026-11-25`. */
export function dayOf(time: string): string {
  return time.slice(0, 10)
}

/** What of a model needs somebody, as sentences without a full stop. */
export function flagMessages(model: CatalogModel, catalog: Catalog): Message[] {
  return model.flags.flatMap((flag) => said(flag, model, catalog))
}

function said(flag: Flag, model: CatalogModel, { staleAfterDays }: Catalog): Message[] {
  const { last, allowed, configs, waivers, registered } = model
  const day = last === undefined ? '' : dayOf(last.time)
  const id = `catalog.flag.${flag}`
  switch (flag) {
    case 'failed': {
      const verdict = message(`catalog.verdict.${last?.verdict ?? 'error'}`)
      const before = allowed === undefined ? [] : [message('catalog.flag.allowed', { day: dayOf(allowed.time) })]
      return [message(id, { verdict, day }), ...before]
    }
    case 'never-judged':
    case 'config-mistakes':
    case 'configured-twice':
      return [message(id, { paths: configs })]
    case 'waiver-expired':
      return [message(id, { checks: checksOf(waivers, 'expired') })]
    case 'waiver-expiring':
      return [message(id, { checks: checksOf(waivers, 'expiring') })]
    case 'version-not-judged':
      return [message(id, { configured: model.configured ?? '', judged: last?.version ?? '' })]
    case 'stale':
      return [message(id, { days: staleAfterDays, day })]
    case 'registered-only':
      return [message(id, { registries: [...new Set(registered.map(({ registry }) => registry))] })]
    case 'not-configured':
    case 'no-owner':
      return [message(id)]
  }
}

function checksOf(waivers: readonly CatalogWaiver[], wanted: CatalogWaiver['state']): string[] {
  return waivers.filter(({ state }) => state === wanted).map(({ check, expires }) => `${check} (${expires})`)
}

/** `mlflow churn 3 (@champion 2)`. */
export function registeredText({ registry, name, kind, version, stages }: Registered): string {
  const stated = stages.map((stage) => `${stage.name} ${stage.version}`.trim()).join(', ')
  return [registry, kind, name, version, stated === '' ? undefined : `(${stated})`]
    .filter((part) => part !== undefined)
    .join(' ')
}
