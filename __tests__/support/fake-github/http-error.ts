import type { JsonObject } from './types.js'

/** An answer that refuses; thrown by whatever finds the reason. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    readonly body: JsonObject,
  ) {
    super(String(body.message ?? status))
  }
}

export function notFound(message = 'Not Found'): HttpError {
  return new HttpError(404, { message })
}

/** GitHub's answer to a body that does not fit its schema. */
export function invalidRequest(detail: string): HttpError {
  return new HttpError(422, { message: `Invalid request.\n\n${detail}` })
}

/** GitHub's answer to a value that its schema allows and its rules do not. */
export function validationFailed(resource: string, field: string, code: string, message?: string): HttpError {
  const error = message === undefined ? { resource, code, field } : { resource, code, field, message }
  return new HttpError(422, { message: 'Validation Failed', errors: [error] })
}
