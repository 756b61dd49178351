import type { Annotation } from '../report/model.js'
import { clip, clipBytes } from '../shared/clip.js'

/** GitHub counts UTF-8 bytes here, although its documentation says characters. */
export const MAX_TEXT_BYTES = 65_535
/** The lowest of the limits that have been observed for a comment, less a reserve. */
export const MAX_COMMENT_BYTES = 60_000
/** An annotation's message: 64 KB, and also a title's characters. */
const MAX_MESSAGE_BYTES = 64_000
const MAX_TITLE = 255
/** Annotations in one request. */
export const BATCH = 50
/** Annotations of one check run: twenty requests, one a second. */
export const MAX_ANNOTATIONS = 1_000

/** An annotation as the API takes it. */
export interface WireAnnotation {
  readonly path: string
  readonly start_line: number
  readonly end_line: number
  readonly start_column?: number
  readonly end_column?: number
  readonly annotation_level: Annotation['level']
  readonly title?: string
  readonly message: string
}

/** Cuts to a number of UTF-8 bytes and marks the cut. */
export function fitBytes(text: string, max: number): string {
  return clipBytes(storable(text), max)
}

/** Cuts a title to its number of characters. */
export function fitTitle(text: string): string {
  return clip(storable(text), MAX_TITLE)
}

/** Without what GitHub cannot store: NUL and halves of surrogate pairs. */
function storable(text: string): string {
  return text.replaceAll('\0', '\ufffd').replace(/\p{Cs}/gu, '\ufffd')
}

/**
 * An annotation in the form that GitHub accepts, or undefined where it has no place in the repository. One annotation
 * that is wrong makes GitHub refuse the whole request.
 */
export function wire({ at, level, title, message }: Annotation): WireAnnotation | undefined {
  const path = repositoryPath(at.path)
  const text = message.trim() === '' ? title : message
  if (path === undefined || text.trim() === '') return undefined
  const line = atLeastOne(at.line) ?? 1
  const column = at.line === line ? atLeastOne(at.column) : undefined
  return {
    path,
    start_line: line,
    end_line: line,
    // Both or neither: GitHub refuses a start without an end.
    ...(column === undefined ? {} : { start_column: column, end_column: column }),
    annotation_level: level,
    ...(title === '' ? {} : { title: fitTitle(title) }),
    message: fitBytes(text, MAX_MESSAGE_BYTES),
  }
}

/** Relative to the repository's root with forward slashes; undefined for one that leads out of it. */
function repositoryPath(path: string): string | undefined {
  const segments = path
    .replaceAll('\\', '/')
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.')
  if (segments.length === 0 || segments.includes('..') || /\p{Cc}/u.test(path)) return undefined
  return segments.join('/')
}

function atLeastOne(value: number | undefined): number | undefined {
  return value !== undefined && Number.isSafeInteger(value) && value >= 1 ? value : undefined
}
