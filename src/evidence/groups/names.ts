/** Keys around the groups that say no more than that groups follow. */
export const WRAPPERS: readonly string[] = ['by_group', 'groups', 'group_metrics']

/** Whether a name is a tuple of two values or more as Python writes it, `('F', 18)`: a group of several attributes. */
export function isTuple(name: string): boolean {
  return name.startsWith('(') && name.endsWith(')') && /,\s*[^\s)]/.test(name)
}
