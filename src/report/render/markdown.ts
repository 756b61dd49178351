import { clipBytes } from '../../shared/clip.js'
import { fitSections, type Section } from '../budget.js'
import { originOf } from '../changes.js'
import { markdownText } from '../escape.js'
import type { Links } from '../links.js'
import type { Report, Subject } from '../model.js'
import { isOpen, rowsOf } from '../rows.js'
import type { Wording } from '../wording.js'
import { complianceSections } from './compliance.js'
import { Cells } from './markdown-cells.js'
import {
  approvalSection,
  changeSection,
  digestSection,
  evidenceSection,
  foldedSection,
  groupSections,
  modelSection,
  noteSection,
  openSection,
  PRIORITY,
  problemSection,
} from './markdown-sections.js'
import { titleText } from './title.js'

interface MarkdownOptions {
  /** Never more UTF-8 bytes than this. */
  readonly maxBytes: number
  /** Where lines of files are to be linked to. */
  readonly links?: Links
}

const SYMBOLS = { pass: '✅', warn: '⚠️', fail: '❌', error: '⛔' } as const

/**
 * The report as GitHub Markdown, the body that check run, job summary, comment and `report.md` share: what failed
 * first, what passed folded, last what it rests on. What has no room is counted, and failures get room before passes.
 */
export function renderMarkdown(report: Report, wording: Wording, options: MarkdownOptions): string {
  const rows = rowsOf(report)
  const cells = new Cells(wording, report.models.length > 1, options.links)
  const heading = `## ${SYMBOLS[report.verdict]} ${markdownText(titleText(report, wording))}`
  const sections = [
    always(heading),
    problemSection(report.problems, cells),
    modelSection(report.models, cells),
    openSection(
      rows.filter((row) => isOpen(row.check.outcome)),
      cells,
    ),
    approvalSection(report, cells),
    changeSection(report.policy, cells),
    foldedSection('waived', rows, cells),
    foldedSection('not-applicable', rows, cells),
    foldedSection('pass', rows, cells),
    ...groupSections(rows, cells),
    ...complianceSections(report.models, cells),
    noteSection(report.notes, cells),
    evidenceSection(report.models, cells),
    digestSection(report.models, cells),
    policySection(report, cells),
    subjectSection(report.subject, cells),
  ].filter((section) => section !== undefined)
  const body = fitSections(sections, options.maxBytes - 1, '\n\n')
  // Where not even the counts fit, a heading cut short is all there is room for.
  return body === undefined ? clipBytes(heading, options.maxBytes) : `${body}\n`
}

function always(text: string): Section {
  return { short: text, full: () => text, priority: PRIORITY.heading }
}

/** None where no policy was named, as when the inputs were refused. */
function policySection({ policy }: Report, cells: Cells): Section | undefined {
  if (policy.source === '') return undefined
  const sha256 = cells.code(policy.sha256)
  const ofBase = policy.from === 'base' && policy.commit !== undefined && { commit: policy.commit }
  const source = cells.place({ path: policy.source, ...ofBase })
  const from = ofBase
    ? cells.phrase('report.policy.base', { commit: cells.code(ofBase.commit.slice(0, 7)) })
    : cells.text(originOf(policy))
  // Where the policy could not be read there is no digest of it.
  const id = policy.sha256 === '' ? 'report.policy.undigested' : 'report.policy'
  const full = cells.phrase(id, { source, from, sha256 })
  const brief = policy.sha256 === '' ? '' : cells.phrase('report.policy.short', { sha256 })
  return { short: brief, full: () => full, priority: PRIORITY.source }
}

function subjectSection(subject: Subject, cells: Cells): Section | undefined {
  const { repository, commit, pull_request, workflow, run, attempt, actor, author } = subject
  const parts = Object.entries({ commit, pull_request, workflow, run, attempt, actor, author }).flatMap(
    ([key, known]) => {
      if (known === undefined) return []
      const value = key === 'commit' ? cells.code(String(known)) : cells.data(String(known))
      return [cells.phrase(`report.subject.${key}`, { value })]
    },
  )
  if (repository !== undefined) parts.unshift(cells.data(repository))
  if (parts.length === 0) return undefined
  const text = cells.phrase('report.subject', { parts: parts.join(', ') })
  return { short: '', full: () => text, priority: PRIORITY.source }
}
