import { failed, ok, problem, type Result } from '../../shared/problem.js'

/** UTF-8 text; a byte order mark is dropped. */
export function decode({ path, bytes }: { readonly path: string; readonly bytes: Uint8Array }): Result<string> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return failed(problem('file.encoding', { path }, { path }))
  }
}
