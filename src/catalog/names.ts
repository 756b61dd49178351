/**
 * A name as other catalogs may spell it: GTO knows no capitals and no `_`, Backstage compares without regard to case, and a
 * file's name may have a blank. Two names that differ in nothing else are one model.
 */
export function folded(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[-_. ]+/g, '-')
}
