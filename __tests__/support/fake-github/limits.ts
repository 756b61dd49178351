import { type HttpError, invalidRequest, validationFailed } from './http-error.js'
import { isObject, listAt, numberAt, objectAt, textAt } from './json.js'
import type { Json, JsonObject } from './types.js'

/*
 * The limits GitHub documents or is known to enforce and its API description does not express. Where sources differ
 * the stricter reading is taken: what passes here passes there.
 */
export const MAX_ANNOTATIONS = 50
export const MAX_OUTPUT_BYTES = 65_535
export const MAX_ANNOTATION_BYTES = 64 * 1024
export const MAX_ANNOTATION_TITLE = 255
export const MAX_COMMENT_BYTES = 65_536

/** Refuses a check run's body (of a create or an update) over any limit. Expects nothing of its shape. */
export function checkRunLimits(body: Json | undefined): void {
  if (!isObject(body)) return
  if (body.conclusion === 'stale') throw validationFailed('CheckRun', 'conclusion', 'invalid')
  if (['waiting', 'requested', 'pending'].includes(textAt(body, 'status') ?? '')) {
    throw validationFailed('CheckRun', 'status', 'invalid')
  }
  if (body.status === 'completed' && body.conclusion === undefined) {
    throw invalidRequest('"conclusion" wasn\'t supplied: a completed check run needs one.')
  }
  const output = objectAt(body, 'output')
  if (output !== undefined) outputLimits(output)
}

function outputLimits(output: JsonObject): void {
  for (const field of ['title', 'summary']) {
    if (textAt(output, field) === undefined) throw invalidRequest(`"${field}" wasn't supplied.`)
  }
  if (textAt(output, 'title')?.trim() === '') throw validationFailed('CheckRun', 'title', 'missing_field')
  for (const field of ['summary', 'text']) {
    if (Buffer.byteLength(textAt(output, field) ?? '') > MAX_OUTPUT_BYTES) {
      const message = `${field} exceeds a maximum bytesize of ${MAX_OUTPUT_BYTES}`
      throw validationFailed('CheckRun', field, 'custom', message)
    }
  }
  const annotations = listAt(output, 'annotations')
  if (annotations.length > MAX_ANNOTATIONS) {
    throw invalidRequest(`No more than ${MAX_ANNOTATIONS} items are allowed; ${annotations.length} were supplied.`)
  }
  // One bad annotation refuses the whole request, and GitHub does not say which one it was.
  if (annotations.some((annotation) => !isObject(annotation) || annotationFault(annotation) !== undefined)) {
    throw validationFailed('CheckRun', 'annotations', 'invalid')
  }
}

/** What is wrong with an annotation; for tests that want to know what the server will not tell. */
export function annotationFault(annotation: JsonObject): string | undefined {
  const path = textAt(annotation, 'path') ?? ''
  if (path === '' || path.startsWith('/') || path.split('/').some((part) => part === '.' || part === '..')) {
    return 'path is not relative to the repository'
  }
  return positionFault(annotation) ?? textFault(annotation)
}

function positionFault(annotation: JsonObject): string | undefined {
  const start = numberAt(annotation, 'start_line') ?? 0
  const end = numberAt(annotation, 'end_line') ?? 0
  if (start < 1 || end < start) return 'lines start at 1 and do not run backwards'
  const from = numberAt(annotation, 'start_column')
  const to = numberAt(annotation, 'end_column')
  if (from === undefined && to === undefined) return undefined
  if (start !== end) return 'columns only where start_line == end_line'
  if (from === undefined || to === undefined) return 'start_column and end_column come together'
  return from < 1 || to < from ? 'columns start at 1 and do not run backwards' : undefined
}

function textFault(annotation: JsonObject): string | undefined {
  const message = textAt(annotation, 'message') ?? ''
  if (message.trim() === '') return 'message is blank'
  if ((textAt(annotation, 'title') ?? '').length > MAX_ANNOTATION_TITLE) return 'title is too long'
  const long = [message, textAt(annotation, 'raw_details') ?? ''].some(
    (text) => Buffer.byteLength(text) > MAX_ANNOTATION_BYTES,
  )
  return long ? 'message or raw_details is over 64 KB' : undefined
}

/** Refuses a comment GitHub would not take. Its "65536 characters" are counted as bytes, the strictest reading. */
export function commentLimits(body: Json | undefined): void {
  if (!isObject(body)) return
  const text = textAt(body, 'body')
  if (text === undefined) return
  if (text.trim() === '') throw comment("Body can't be blank")
  if (Buffer.byteLength(text) > MAX_COMMENT_BYTES) {
    throw comment(`Body is too long (maximum is ${MAX_COMMENT_BYTES} characters)`)
  }
}

function comment(message: string): HttpError {
  return validationFailed('IssueComment', 'data', 'unprocessable', message)
}
