import { type Message, message } from '../shared/message.js'
import type { Answer } from './answer.js'
import { blobName } from './blob.js'
import { type Client, type ClientOptions, makeClient } from './client.js'
import { type Branch, gitData, type Head, type TreeEntry, type TreeFile } from './git-data.js'
import { reason } from './reasons.js'
import { wrongPart } from './target.js'

/** The file that was added last. */
export interface LastFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** A file to add, and what its commit says. */
export interface Addition {
  readonly path: string
  /** Unlike that of every other writer: equal files make equal commits, and one of the two would be lost unseen. */
  readonly content: string
  readonly message: string
  /** What else is to be there from the branch's first commit on. */
  readonly onFirst?: readonly TreeFile[]
}

/** How files are named below the branch's root: `folder/<sub>/<file>`, each in the order of its name. */
export interface Layout {
  readonly folder: string
  readonly sub: RegExp
  readonly file: RegExp
  /** What may lie on a branch to which nothing was added yet: one with anything else is somebody's, `main` for instance. */
  readonly beside: RegExp
}

/** What follows the last file, or why nothing can. */
export type Next = (last: LastFile | undefined) => Addition | { readonly why: Message }

export type Added =
  | { readonly ok: true; readonly commit: string; readonly addition: Addition }
  | { readonly ok: false; readonly why: Message }

export interface AppendOptions extends ClientOptions {
  /** From 0 to 1. */
  readonly random?: () => number
}

/**
 * The distance that GitHub asks for between writes is kept between tries: within one it would only give other writers
 * more time to come in between.
 */
const PACE = { writeSpacingMs: 0 }
const DEADLINE_MS = 120_000
const MAX_TRIES = 60
const FIRST_WAIT_MS = 200
const MAX_WAIT_MS = 4_000

/** Why nothing more is tried. */
class Stopped extends Error {
  constructor(readonly why: Message) {
    super(why.id)
  }
}

/**
 * Adds one file behind the last one of a branch, which is made on first use, and loses nothing to others who do so at
 * the same time: the branch is moved only where it still ends at the commit that was built upon, and is never forced.
 * Whoever comes too late reads the new end and builds again. Where the answer to a move was lost, the branch is searched
 * for the file before another one is sent.
 */
export async function appendToBranch(
  target: Branch,
  layout: Layout,
  next: Next,
  options: AppendOptions,
): Promise<Added> {
  const token = options.token.trim()
  if (!/^[\x21-\x7e]+$/.test(token)) return { ok: false, why: message('github.no-token') }
  const part = wrongPart(target)
  if (part !== undefined) return { ok: false, why: message('github.bad-target', { part }) }
  const pace = { ...PACE, ...options.pace }
  const client = makeClient({ deadlineMs: DEADLINE_MS, ...options, token, pace })
  const appending = new Appending(gitData(client, target), layout, next, target.branch)
  try {
    const added = await persist(client, appending, options.random ?? Math.random)
    return added ?? { ok: false, why: message('github.contended', { branch: target.branch }) }
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    const [lost] = appending.unknown
    return { ok: false, why: lost === undefined ? error.why : message('github.unconfirmed', { detail: lost.detail }) }
  }
}

/** Tries until the file is there, each time after a longer pause that no two writers share; undefined out of time. */
async function persist(client: Client, appending: Appending, random: () => number): Promise<Added | undefined> {
  for (let tried = 0; tried < MAX_TRIES; tried++) {
    const lost = appending.unknown.length
    const added = await appending.attempt()
    if (added !== undefined) return added
    const wait = Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** tried) * (0.5 + random() / 2)
    const answered = appending.unknown.length === lost
    if (!(await client.pause(answered ? wait : Math.max(wait, client.pace.lookUpDelayMs)))) break
  }
  // Out of time with a move that may have happened: that is another thing than having been beaten to it.
  if (appending.unknown.length > 0) throw new Stopped(message('github.out-of-time'))
  return undefined
}

class Appending {
  /** Moves whose answer was lost: each may still have happened. */
  readonly unknown: { readonly addition: Addition; readonly commit: string; readonly detail: string }[] = []

  constructor(
    private readonly git: Git,
    private readonly layout: Layout,
    private readonly next: Next,
    private readonly branch: string,
  ) {}

  /** Adds the file to what is there now; undefined where the branch went on meanwhile, or nobody said whether it did. */
  async attempt(): Promise<Added | undefined> {
    const { git, layout } = this
    const head = await this.head()
    const files = head && (await newest(git, head, layout, this.branch))
    for (const { addition, commit } of this.unknown) {
      if (await holds(git, head, files, addition)) return { ok: true, commit, addition }
    }
    const addition = this.next(files?.last)
    if ('why' in addition) throw new Stopped(addition.why)
    const added = [addition, ...((head === undefined && addition.onFirst) || [])]
    const tree = demanded(await git.addFiles(head?.tree, added))
    const commit = demanded(await git.commit(tree, head?.commit, addition.message))
    const moved = await (head === undefined ? git.create(commit) : git.move(commit))
    if (moved.kind === 'done') return { ok: true, commit, addition }
    if (moved.kind === 'lost') this.unknown.push({ addition, commit, detail: moved.detail })
    else if (!isBeaten(moved)) throw new Stopped(reason(moved, 'contents: write'))
    return undefined
  }

  private async head(): Promise<Head | undefined> {
    const tip = await this.git.tip()
    if (tip.kind === 'refused' && tip.status === 404) return undefined
    const commit = demanded(tip)
    return { commit, tree: demanded(await this.git.treeOf(commit)) }
  }
}

function demanded<T>(answer: Answer<T>): T {
  if (answer.kind === 'done') return answer.value
  throw new Stopped(reason(answer, 'contents: write'))
}

/** Whether somebody else moved, made or removed the branch in between; any other refusal would only be repeated. */
function isBeaten(answer: Answer<unknown>): boolean {
  return (
    answer.kind === 'refused' &&
    answer.status === 422 &&
    /fast.?forward|reference already exists|reference does not exist/i.test(answer.said)
  )
}

type Git = ReturnType<typeof gitData>

/** The newest folder of files with its name, and the last file with its content. */
interface Newest {
  readonly sub: string
  readonly entries: readonly TreeEntry[]
  readonly last: LastFile
}

async function newest(git: Git, { tree }: Head, layout: Layout, branch: string): Promise<Newest | undefined> {
  const { folder, sub, file, beside } = layout
  const all = demanded(await git.list(tree))
  const root = all.find(({ path, type }) => path === folder && type === 'tree')
  const alien = all.find(({ path, type }) => type !== 'blob' || !beside.test(path))
  if (root === undefined && alien !== undefined)
    throw new Stopped(message('github.not-own', { branch, found: alien.path }))
  const subs = root && demanded(await git.list(root.sha))
  const newestSub = subs && lastOf(subs, 'tree', sub)
  if (newestSub === undefined) return undefined
  const entries = demanded(await git.list(newestSub.sha))
  const last = lastOf(entries, 'blob', file)
  if (last === undefined) return undefined
  const bytes = demanded(await git.blob(last.sha))
  return { sub: newestSub.path, entries, last: { path: `${folder}/${newestSub.path}/${last.path}`, bytes } }
}

function lastOf(entries: readonly TreeEntry[], type: string, name: RegExp): TreeEntry | undefined {
  const named = entries.filter((entry) => entry.type === type && name.test(entry.path))
  return named.reduce<TreeEntry | undefined>((a, b) => (a !== undefined && a.path > b.path ? a : b), undefined)
}

/** Whether a commit has exactly this file, by the name that Git gives its content. */
async function holds(
  git: Git,
  head: Head | undefined,
  files: Newest | undefined,
  { path, content }: Addition,
): Promise<boolean> {
  if (head === undefined || files === undefined) return false
  const [folder = '', sub = '', file = ''] = path.split('/')
  const wanted = blobName(Buffer.from(content))
  const isIt = (entry: TreeEntry) => entry.path === file && entry.sha === wanted
  if (sub === files.sub) return files.entries.some(isIt)
  const root = demanded(await git.list(head.tree)).find((entry) => entry.path === folder)
  const subs = root && demanded(await git.list(root.sha))
  const inside = subs?.find((entry) => entry.path === sub)
  return inside !== undefined && demanded(await git.list(inside.sha)).some(isIt)
}
