import { appendFile, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Report } from '../report/model.js'
import { renderJson } from '../report/render/json.js'
import { renderJunit } from '../report/render/junit.js'
import { renderMarkdown } from '../report/render/markdown.js'
import { renderSarif } from '../report/render/sarif.js'
import type { Wording } from '../report/wording.js'

/** Large enough to hold every row of any report that people make. */
const MARKDOWN_BYTES = 16 * 1024 * 1024

/** Writes the report files and gives the path of `report.json`. Throws what the file system throws. */
export async function writeReport(report: Report, wording: Wording, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, 'report.json')
  await writeFile(path, renderJson(report, wording))
  await writeFile(join(folder, 'report.md'), renderMarkdown(report, wording, { maxBytes: MARKDOWN_BYTES }))
  await writeFile(join(folder, 'report.sarif'), renderSarif(report, wording))
  await writeFile(join(folder, 'junit.xml'), renderJunit(report, wording))
  return path
}

/** A fresh folder for a run that names none, so that two gates of one job do not overwrite each other's report. */
export function freshFolder(parent: string = tmpdir()): Promise<string> {
  return mkdtemp(join(parent, 'ml-gate-'))
}

/** Appends to one of the runner's files; nothing where the runner gave none. */
export async function appendTo(file: string | undefined, text: string): Promise<void> {
  if (file !== undefined) await appendFile(file, text)
}
