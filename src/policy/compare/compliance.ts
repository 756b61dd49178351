import { fact, type Term, until } from '../../gates/terms.js'
import { pointerTo } from '../../shared/location.js'
import { message } from '../../shared/message.js'
import { type Data, plain } from './data.js'

/**
 * What a policy asks of frameworks, one by one; `isHigh`: of the controls for high-risk uses, too: a pack or a required control that is gone is weaker; a statement or an
 * exclusion that is new is weaker, since it may stand where a check did.
 */
export function complianceTerms(compliance: unknown, isHigh: boolean): Term[] {
  if (!Array.isArray(compliance)) return compliance === undefined ? [] : [termOf([], '/compliance', fact(compliance))]
  const high = isHigh ? [termOf(['risk'], '/risk', fact('high', 'stricter'))] : []
  const packs = compliance.flatMap((item: unknown, index) => {
    const at = `/compliance/${index}`
    const { pack, require, attest, exclude } = typeof item === 'string' ? ({ pack: item } as Data) : plain(item)
    const id = String(pack)
    return [
      termOf([id], at, fact(id, 'stricter')),
      ...list(require).map((control, place) =>
        termOf([id, 'require', control], `${at}/require/${place}`, fact(control, 'stricter')),
      ),
      ...Object.entries({ attest, exclude }).flatMap(([key, said]) =>
        Object.entries(plain(said)).map(([control, value]) =>
          termOf(
            [id, key, control],
            pointerTo(`${at}/${key}`, control),
            key === 'attest' ? until(value, plain(value).expires) : fact(value, 'weaker'),
          ),
        ),
      ),
    ]
  })
  return [...high, ...packs]
}

function termOf(parts: readonly string[], pointer: string, value: Term['value']): Term {
  const what = message('policy.change-part', { key: 'compliance', part: parts.join(' · ') })
  return { key: ['compliance', ...parts].join('/'), what, pointer, value }
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}
