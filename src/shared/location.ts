/** A place in a text. Lines and columns start at 1, as editors and GitHub count them. */
export interface Position {
  readonly line: number
  readonly column: number
}

/**
 * A place in a file of the workspace.
 *
 * `path` is relative to the workspace, with forward slashes. `pointer` is a JSON Pointer (RFC 6901) into the
 * file's content where the content is a tree.
 */
export interface Location extends Partial<Position> {
  readonly path: string
  readonly pointer?: string
  /** The path names an input of the action, not a file: lines are those of the input's text. */
  readonly input?: true
  /** The commit whose file it is, where that is not the judged one. */
  readonly commit?: string
  /** `OWNER/REPO` of its repository, where that is not the judged one; the path is then shown with it and with the ref. */
  readonly repository?: string
  /** Where the same thing, or what would hold it, stands in the judged commit; absent where nothing there would. */
  readonly judged?: Location
}

/** Appends one segment to a JSON Pointer, escaped as RFC 6901 asks. */
export function pointerTo(parent: string, segment: string | number): string {
  return `${parent}/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** A JSON Pointer's segments, unescaped (RFC 6901). */
export function segmentsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** `metrics.json:2`, or the path alone where no line is known. */
export function shown(at: Location): string {
  return at.line === undefined ? at.path : `${at.path}:${at.line}`
}

/** Orders places by path, then line, then column, then pointer, so that no listing depends on reading order. */
export function compareLocations(a: Location, b: Location): number {
  return (
    compareText(a.path, b.path) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.pointer ?? '', b.pointer ?? '')
  )
}

/** Code-unit order: the same on every machine, unlike a locale's. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
