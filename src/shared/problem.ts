import type { Location } from './location.js'
import { type Message, message } from './message.js'

/** Something the user has to mend: what is wrong, what was expected and how to fix it, and where. */
export interface Problem {
  readonly message: Message
  readonly at?: Location
  /** There is nothing there, as opposed to something that cannot be read. */
  readonly absent?: true
}

/** A value, or every reason why there is none. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function failed(...problems: Problem[]): { ok: false; problems: readonly Problem[] } {
  return { ok: false, problems }
}

export function problem(id: string, params: Message['params'] = {}, at?: Location): Problem {
  return at === undefined ? { message: message(id, params) } : { message: message(id, params), at }
}

/** What an exception says of itself, whatever was thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
