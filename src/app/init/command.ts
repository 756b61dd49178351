import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { logText } from '../../report/escape.js'
import type { Wording } from '../../report/wording.js'
import { type Message, message } from '../../shared/message.js'
import { type Problem, reasonOf } from '../../shared/problem.js'
import type { InitArguments } from '../arguments.js'
import type { Terminal } from '../command.js'
import { EXIT_CODES } from '../options.js'
import { check, type PolicyOrigin } from '../run.js'
import { isInside, type Workspace } from '../workspace.js'
import { CARD, CONFIG, cardText, configText, type Facts, POLICY, policyText, WORKFLOW, workflowText } from './files.js'
import { find } from './find.js'

/** What became of each file, and what is left to people. */
interface Done {
  readonly written: readonly string[]
  readonly kept: readonly { readonly path: string; readonly why: Message }[]
  readonly unwritten: readonly { readonly path: string; readonly why: Message }[]
  readonly left: readonly { readonly path: string; readonly what: Message }[]
}

/** Writes the first files of a repository and says what it did. Nothing that is there is changed. */
export async function runInit(
  request: InitArguments,
  workspace: Workspace,
  wording: Wording,
  { out, err }: Terminal,
): Promise<number> {
  const facts = await factsOf(workspace, wording)
  const done = write(workspace, facts, wording)
  out(request.format === 'json' ? `${JSON.stringify(asJson(done, wording), null, 2)}\n` : asText(done, wording))
  for (const { path, why } of done.unwritten) {
    err(`${logText(wording.say(message('init.unwritten', { path, why })))}\n`)
  }
  return done.unwritten.length > 0 ? EXIT_CODES.error : 0
}

/** What is found, and which of the demands that could be made of it do not hold on it, as the gate itself says. */
async function factsOf(workspace: Workspace, wording: Wording): Promise<Facts> {
  const found = await find(workspace)
  const framework = frameworkOf(workspace.base)
  const model =
    basename(workspace.base)
      .replace(/[^A-Za-z0-9_.-]+/g, '_')
      .replace(/^[^A-Za-z_]+/, '') || 'model'
  const facts: Facts = { ...found, model, refused: new Set(), ...(framework && { framework }) }
  const text = policyText(facts, wording)
  const origin: PolicyOrigin = {
    text,
    source: POLICY,
    from: 'head',
    place: (position) => ({ path: POLICY, ...position }),
  }
  const options = { policy: { kind: 'inline', text }, evidence: {}, language: wording.language } as const
  const { models } = await check(options, origin, workspace, {}, Date.now())
  const checks = models.flatMap(({ gates }) => gates.flatMap((gate) => gate.checks))
  const refused = checks
    .filter(({ id, outcome }) => /^(?:performance|fairness)\//.test(id) && outcome !== 'pass')
    .map(({ id }) => id.replace(/^(fairness\/.*)\/gap$/, '$1'))
  return { ...facts, refused: new Set(refused) }
}

/** By the names that packages have where they are required. */
const FRAMEWORKS: readonly (readonly [RegExp, string])[] = [
  [/^[\s"'-]*scikit-learn\b/im, 'sklearn'],
  [/^[\s"'-]*(?:torch|pytorch|lightning)\b/im, 'pytorch'],
  [/^[\s"'-]*(?:tensorflow|keras)\b/im, 'tensorflow'],
  [/^[\s"'-]*xgboost\b/im, 'xgboost'],
  [/^[\s"'-]*lightgbm\b/im, 'lightgbm'],
  [/^[\s"'-]*transformers\b/im, 'transformers'],
]

function frameworkOf(root: string): string | undefined {
  const texts = ['requirements.txt', 'pyproject.toml', 'environment.yml', 'environment.yaml'].map((name) => {
    const path = join(root, name)
    const status = statSync(path, { throwIfNoEntry: false })
    return status?.isFile() && status.size < 1024 * 1024 ? readFileSync(path, 'utf8') : ''
  })
  return FRAMEWORKS.find(([pattern]) => texts.some((text) => pattern.test(text)))?.[1]
}

function write(workspace: Workspace, facts: Facts, wording: Wording): Done {
  const files: readonly (readonly [path: string, text: string, left: readonly string[]])[] = [
    [
      POLICY,
      policyText(facts, wording),
      ['init.left-policy', ...(facts.metrics === undefined ? ['init.left-metrics'] : [])],
    ],
    [CONFIG, configText(facts, wording), ['init.left-config']],
    [WORKFLOW, workflowText(facts, wording), ['init.left-workflow']],
    [CARD, cardText(facts, wording), ['init.left-card']],
  ]
  const done = {
    written: [] as string[],
    kept: [] as Done['kept'][number][],
    unwritten: [] as Done['unwritten'][number][],
  }
  const left: Done['left'][number][] = []
  for (const [path, text, what] of files) {
    const there = existing(workspace.base, path, facts)
    if (there !== undefined) {
      done.kept.push({ path: there, why: message(there === path ? 'init.there' : 'init.instead', { path }) })
      continue
    }
    const why = writeNew(workspace.base, path, text)
    if (why !== undefined) done.unwritten.push({ path, why })
    else {
      done.written.push(path)
      left.push(...what.map((id) => ({ path, what: message(id) })))
    }
  }
  return { ...done, left }
}

/** What makes a file unnecessary: it itself, a card of another name, a workflow that has the gate already. */
function existing(root: string, path: string, { card }: Facts): string | undefined {
  if (existsSync(join(root, path))) return path
  if (path === CARD) return card
  return path === WORKFLOW ? workflowWithGate(root) : undefined
}

function workflowWithGate(root: string): string | undefined {
  const folder = dirname(WORKFLOW)
  const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : []
  const found = names
    .filter((name) => /\.ya?ml$/.test(name))
    .find((name) => {
      const status = statSync(join(root, folder, name), { throwIfNoEntry: false })
      const small = status?.isFile() === true && status.size < 1024 * 1024
      return small && /uses:.*\/ml-governance-gate(?:@|\s|$)/m.test(readFileSync(join(root, folder, name), 'utf8'))
    })
  return found === undefined ? undefined : `${folder}/${found}`
}

/** Writes a file that is not there, and through no link out of the folder. Says why where it cannot. */
function writeNew(root: string, path: string, text: string): Message | undefined {
  const folder = dirname(join(root, path))
  try {
    mkdirSync(folder, { recursive: true })
    if (!isInside(root, realpathSync(folder))) return message('file.outside', { path })
    const file = openSync(join(root, path), 'wx', 0o644)
    try {
      writeFileSync(file, text)
    } finally {
      closeSync(file)
    }
    return undefined
  } catch (error) {
    return message('file.unreadable', { path, why: reasonOf(error) } satisfies Problem['message']['params'])
  }
}

function asJson({ written, kept, left }: Done, wording: Wording) {
  return {
    schema: 'ml-gate-init/1',
    written,
    kept: kept.map(({ path, why }) => ({ path, why: wording.say(why) })),
    left: left.map(({ path, what }) => ({ path, what: wording.say(what) })),
  }
}

function asText({ written, kept, left }: Done, wording: Wording): string {
  const say = (id: string, params: Message['params']) => wording.say(message(id, params))
  const lines = [
    ...written.map((path) => say('init.wrote', { path })),
    ...kept.map(({ path, why }) => say('init.kept', { path, why })),
    ...(left.length > 0 ? ['', say('init.left', {})] : []),
    ...left.map(({ path, what }) => `  ${path}: ${wording.say(what)}`),
    '',
    say('init.next', {}),
  ]
  return `${lines.map(logText).join('\n')}\n`
}
