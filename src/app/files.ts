import {
  appendFileSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Links } from '../report/links.js'
import type { Report } from '../report/model.js'
import { renderComplianceMarkdown } from '../report/render/compliance.js'
import { renderCompliance, renderJson } from '../report/render/json.js'
import { renderJunit } from '../report/render/junit.js'
import { renderMarkdown } from '../report/render/markdown.js'
import { renderSarif } from '../report/render/sarif.js'
import type { Wording } from '../report/wording.js'
import { type Message, message } from '../shared/message.js'
import { reasonOf } from '../shared/problem.js'
import { codeOf } from './workspace.js'

/** Large enough to hold every row of any report that people make. */
const MARKDOWN_BYTES = 16 * 1024 * 1024

/** A file that is written beside the report. */
export interface ReportFile {
  readonly name: string
  readonly text: string
}

/**
 * Writes the report files and gives the path of `report.json`. Throws what the file system throws. `markdown` is the
 * report's text where the caller has it.
 */
export function writeReport(
  report: Report,
  wording: Wording,
  folder: string,
  markdown = wholeMarkdown(report, wording),
  others: readonly ReportFile[] = [],
): string {
  makeFolder(resolve(folder))
  const path = join(folder, 'report.json')
  write(path, renderJson(report, wording))
  write(join(folder, 'report.md'), markdown)
  write(join(folder, 'report.sarif'), renderSarif(report, wording))
  write(join(folder, 'junit.xml'), renderJunit(report, wording))
  if (report.models.some(({ compliance }) => compliance !== undefined)) {
    write(join(folder, 'compliance.json'), renderCompliance(report, wording))
    write(join(folder, 'compliance.md'), renderComplianceMarkdown(report, wording))
  }
  for (const { name, text } of others) write(join(folder, name), text)
  return path
}

/** The whole report as Markdown; links lead to the lines of committed files. */
export function wholeMarkdown(report: Report, wording: Wording, links?: Links): string {
  return renderMarkdown(report, wording, { maxBytes: MARKDOWN_BYTES, ...(links && { links }) })
}

/** A fresh folder for a run that names none, so that two gates of one job do not overwrite each other's report. */
export function freshFolder(parent: string = tmpdir()): string {
  return mkdtempSync(join(parent, 'ml-gate-'))
}

/**
 * Makes a folder with its parents; another process may make it at the same time. Node's own way to do it never ends
 * below `/proc`. Throws what the file system throws.
 */
export function makeFolder(path: string, mkdir: (path: string) => unknown = mkdirSync): void {
  if (existsSync(path)) return
  makeFolder(dirname(path), mkdir)
  try {
    mkdir(path)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
}

/** Writes a file beside others of a folder that is made where it is absent. Throws what the file system throws. */
export function writeInto(folder: string, name: string, text: string): string {
  makeFolder(resolve(folder))
  const path = join(folder, name)
  write(path, text)
  return path
}

/** Appends to one of the runner's files; nothing where the runner gave none. Says why where it cannot. */
export function appendTo(file: string | undefined, text: string): Message | undefined {
  if (file === undefined) return undefined
  try {
    appendFileSync(file, text)
    return undefined
  } catch (error) {
    return message('app.runner-file', { path: file, why: reasonOf(error) })
  }
}

/** Writes a file of the report: a fresh one or over an old one, but through no link and into no pipe. */
export function write(path: string, text: string): void {
  const { O_WRONLY, O_CREAT, O_TRUNC, O_NOFOLLOW, O_NONBLOCK } = constants
  const file = openSync(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_NONBLOCK, 0o644)
  try {
    writeFileSync(file, text)
  } finally {
    closeSync(file)
  }
}
