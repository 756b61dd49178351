import { resolve } from 'node:path'
import type { Catalog } from '../../catalog/model.js'
import { renderBackstage, undescribed } from '../../catalog/render/backstage.js'
import { renderCatalogCsv } from '../../catalog/render/csv.js'
import { renderCatalogJson } from '../../catalog/render/json.js'
import { renderCatalogMarkdown } from '../../catalog/render/markdown.js'
import { texts as catalogTexts } from '../../catalog/texts.js'
import { texts as configTexts } from '../../model-config/texts.js'
import { logText } from '../../report/escape.js'
import type { Language, Wording } from '../../report/wording.js'
import { message } from '../../shared/message.js'
import type { Problem, Result } from '../../shared/problem.js'
import type { Terminal } from '../command.js'
import { problemLines } from '../problem-lines.js'
import { wordingFor } from '../wording.js'
import type { Workspace } from '../workspace.js'
import type { CatalogArguments } from './arguments.js'
import { collect } from './collect.js'

/** Long enough for every repository; a terminal has no limit of its own. */
const MARKDOWN_BYTES = 16 * 1024 * 1024

/**
 * Prints the catalog; gives the exit code: 0 where all that is there was read, 1 where something could not be read (it is
 * listed) or no model was found, 2 where there is nothing to look at.
 */
export async function runCatalog(
  request: CatalogArguments,
  workspace: Result<Workspace>,
  { out, err }: Terminal,
  now: number,
): Promise<number> {
  const wording = catalogWording(request.language)
  const { audit: shownAs, staleAfterDays } = request
  const audit = shownAs === undefined ? undefined : { shown: shownAs, folder: resolve(shownAs) }
  const asked = { staleAfterDays, ...(audit && { audit }) }
  const catalog = workspace.ok ? await collect(workspace.value, asked, now) : workspace
  const tell = (...problems: readonly Problem[]) => {
    for (const line of problemLines(problems, wording)) err(`${line}\n`)
  }
  if (!catalog.ok) {
    tell(...catalog.problems)
    return 2
  }
  // These forms hold models alone; the others tell what could not be read.
  if (request.writeBackstage || request.format === 'csv') {
    tell(...catalog.value.problems)
    if (catalog.value.models.length === 0) tell({ message: message('catalog.nothing') })
  }
  if (request.writeBackstage) {
    const models = undescribed(catalog.value)
    if (models.length === 0 && catalog.value.models.length > 0) tell({ message: message('catalog.all-described') })
    out(logText(renderBackstage(models)))
  } else out(render(catalog.value, wording, request.format))
  return completeness(catalog.value)
}

/** The wording of all that a catalog says. */
export function catalogWording(language: Language): Wording {
  return wordingFor(language, { catalog: catalogTexts, config: configTexts })
}

export function completeness({ models, problems }: Catalog): 0 | 1 {
  return models.length > 0 && problems.length === 0 ? 0 : 1
}

function render(catalog: Catalog, wording: Wording, format: CatalogArguments['format']): string {
  switch (format) {
    case 'json':
      return renderCatalogJson(catalog, wording)
    case 'csv':
      return renderCatalogCsv(catalog)
    case 'markdown':
      return renderCatalogMarkdown(catalog, wording, MARKDOWN_BYTES)
  }
}
