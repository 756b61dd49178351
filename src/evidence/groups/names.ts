/** Keys around the groups that say no more than that groups follow. */
export const WRAPPERS: readonly string[] = ['by_group', 'groups', 'group_metrics']

/** Keys around attributes in a file that also says other things: what stands there counts where it names everything itself. */
export const CONTAINERS: readonly string[] = ['fairness', 'attributes', 'slices']

/** Whether a name is a tuple of two values or more as Python writes it, `('F', 18)`: a group of several attributes. */
export function isTuple(name: string): boolean {
  return name.startsWith('(') && name.endsWith(')') && /,\s*[^\s)]/.test(name)
}
