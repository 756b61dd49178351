import type { Pack } from './contract.js'

/** The packs by id; each is loaded by the run whose policy asks for it. */
const LOADERS: ReadonlyMap<string, () => Promise<{ readonly pack: Pack }>> = new Map([
  ['eu-ai-act', () => import('./packs/eu-ai-act.js')],
  ['iso-42001', () => import('./packs/iso-42001.js')],
  ['kr-ai-basic-act', () => import('./packs/kr-ai-basic-act.js')],
  ['nist-ai-rmf', () => import('./packs/nist-ai-rmf.js')],
  ['nyc-ll144', () => import('./packs/nyc-ll144.js')],
  ['us-sr-11-7', () => import('./packs/us-sr-11-7.js')],
  ['us-sr-26-2', () => import('./packs/us-sr-26-2.js')],
])

/** In order of their ids. */
export function packIds(): string[] {
  return [...LOADERS.keys()]
}

/** The packs of these ids, in their order; unknown ids have none. */
export async function loadPacks(ids: readonly string[]): Promise<Pack[]> {
  const loaders = ids.flatMap((id) => LOADERS.get(id) ?? [])
  return (await Promise.all(loaders.map((load) => load()))).map(({ pack }) => pack)
}
