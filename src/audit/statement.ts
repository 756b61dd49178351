import type { Report } from '../report/model.js'
import { compareText } from '../shared/location.js'
import type { OnInsufficient, Verdict } from '../verdict/outcome.js'
import { effectOf } from '../verdict/verdict.js'

/** The type of the predicate: https://github.com/in-toto/attestation/blob/main/spec/predicates/test-result.md */
export const PREDICATE_TYPE = 'https://in-toto.io/attestation/test-result/v0.1'

/** A file by its digest, and the judged commit by its name in Git. */
interface Descriptor {
  readonly name?: string
  readonly digest: Readonly<Record<string, string>>
}

/** The decision as a result of tests, each check being one. */
export interface Predicate {
  readonly result: 'PASSED' | 'WARNED' | 'FAILED'
  /** The policy; empty where none could be read. */
  readonly configuration: readonly Descriptor[]
  readonly url?: string
  readonly passedTests: readonly string[]
  readonly warnedTests: readonly string[]
  readonly failedTests: readonly string[]
}

/** An in-toto statement (v1) about what was judged: the evidence, byte by byte, and the commit. */
export interface Statement {
  readonly _type: 'https://in-toto.io/Statement/v1'
  readonly subject: readonly Descriptor[]
  readonly predicateType: typeof PREDICATE_TYPE
  readonly predicate: Predicate
}

/** The entry that the decision became: attested, it vouches for every entry before it. */
export interface RecordFile {
  readonly file: string
  readonly sha256: string
}

/** The statement of a report; undefined where nothing is known that it could be about. `url` is the run's page. */
export function statementOf(report: Report, url: string | undefined, record?: RecordFile): Statement | undefined {
  const { commit, repository } = report.subject
  const judged =
    commit !== undefined && /^[0-9a-f]{40,64}$/.test(commit)
      ? [{ ...(repository !== undefined && { name: repository }), digest: { gitCommit: commit } }]
      : []
  const subject = [...filesOf(report, record), ...judged]
  if (subject.length === 0) return undefined
  const predicate = predicateOf(report, url)
  return { _type: 'https://in-toto.io/Statement/v1', subject, predicateType: PREDICATE_TYPE, predicate }
}

/** Lines as `sha256sum` writes them, for whoever names subjects by their digests; a name with a line break has none. */
export function checksumsOf(report: Report, record?: RecordFile): string {
  return filesOf(report, record)
    .filter(({ name }) => !/[\r\n\\]/.test(name))
    .map(({ name, digest }) => `${digest.sha256}  ${name}\n`)
    .join('')
}

type FileDescriptor = { readonly name: string; readonly digest: { readonly sha256: string } }

/** One descriptor a file, even where several models or kinds of evidence name it. */
function filesOf({ models }: Report, record: RecordFile | undefined): FileDescriptor[] {
  const files = new Map(models.flatMap(({ evidence }) => evidence.map(({ path, sha256 }) => [path, sha256] as const)))
  const evidence = [...files].sort(([a], [b]) => compareText(a, b))
  return [...evidence, ...(record === undefined ? [] : [[record.file, record.sha256] as const])].map(
    ([name, sha256]) => ({ name, digest: { sha256 } }),
  )
}

const RESULTS = { pass: 'PASSED', warn: 'WARNED', fail: 'FAILED', error: 'FAILED' } as const

function predicateOf(report: Report, url: string | undefined): Predicate {
  const { source, sha256, resolved } = report.policy
  const tests = testsOf(report, onInsufficientOf(resolved))
  const named = (...kinds: readonly Kind[]) =>
    tests
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ name }) => name)
      .sort(compareText)
  return {
    result: RESULTS[report.verdict],
    configuration: sha256 === '' ? [] : [{ name: source, digest: { sha256 } }],
    ...(url !== undefined && { url }),
    passedTests: named('passed'),
    warnedTests: named('warned'),
    failedTests: [...new Set([...named('failed'), ...report.problems.map(({ message }) => message.id)])],
  }
}

type Kind = 'passed' | 'warned' | 'failed'

/** Every check but those that do not apply. What did not stop the merge and did not simply pass either is a warning. */
function testsOf({ models }: Report, onInsufficient: OnInsufficient): { name: string; kind: Kind }[] {
  return models.flatMap(({ name: model, gates }) =>
    gates.flatMap(({ enforcement, checks }) =>
      checks
        .filter(({ outcome }) => outcome !== 'not-applicable')
        .map(({ id, outcome }) => ({
          name: models.length > 1 ? `${model}: ${id}` : id,
          kind: outcome === 'pass' ? 'passed' : kindOf(effectOf(outcome, enforcement, onInsufficient)),
        })),
    ),
  )
}

function kindOf(effect: Verdict): Kind {
  return effect === 'fail' || effect === 'error' ? 'failed' : 'warned'
}

/** What an undecided check counted as; the gravest where the policy in force is not known. */
function onInsufficientOf(resolved: unknown): OnInsufficient {
  const found =
    typeof resolved === 'object' && resolved !== null && 'on-insufficient' in resolved
      ? resolved['on-insufficient']
      : ''
  return found === 'warn' || found === 'pass' ? found : 'fail'
}
