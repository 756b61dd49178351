/** Longest pattern, and most of its parts. */
const MAX_LENGTH = 300
const MAX_PARTS = 20

/**
 * Whether a path matches a pattern of plain parts, parts with at most three `*` or `?`, and whole parts `**`. Undefined for any other
 * pattern: the same is asked of a folder and of a commit's list of files, so nothing is left to a library's extras.
 */
export function matcher(pattern: string): ((path: string) => boolean) | undefined {
  const parts = pattern.replace(/^\.\//, '').split('/')
  const wild = (part: string) => part.match(/[*?]/g)?.length ?? 0
  const fine = parts.every((part) => part === '**' || (part !== '' && part !== '.' && part !== '..' && wild(part) <= 3))
  const folders = parts.filter((part) => part === '**').length
  if (!fine || folders > 2 || /[[\]{}()|!\\\0]/.test(pattern)) return undefined
  if (pattern.length > MAX_LENGTH || parts.length > MAX_PARTS || parts.at(-1) === '**') return undefined
  const tests = parts.map((part) => (part === '**' ? undefined : partTest(part)))
  return (path) => !/(?:^|\/)(?:node_modules|\.git)\//.test(path) && matches(tests, path.split('/'))
}

function partTest(part: string): RegExp {
  const text = part
    .replace(/[.+^$]/g, '\\$&')
    .replace(/\*+/g, '[^/]*')
    .replace(/\?/g, '[^/]')
  return new RegExp(`^${text}$`, 's')
}

function matches(tests: readonly (RegExp | undefined)[], parts: readonly string[]): boolean {
  const [test, ...rest] = tests
  if (tests.length === 0) return parts.length === 0
  if (test !== undefined) return parts[0] !== undefined && test.test(parts[0]) && matches(rest, parts.slice(1))
  return parts.some((_, index) => matches(rest, parts.slice(index)))
}
