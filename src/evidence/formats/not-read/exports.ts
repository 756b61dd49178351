/** What a tool also writes, and what to use of it instead. */
export interface Export {
  readonly what: string
  readonly instead: string
}

const EXPORTS: readonly (Export & { readonly pattern: RegExp })[] = [
  {
    what: 'a table as scikit-learn prints it, rounded for reading',
    instead: '`classification_report(…, output_dict=True)`, JSON',
    pattern: /^\s*precision {2,}recall {2,}f1-score {2,}support\s*$/m,
  },
  {
    what: 'a table as lm-evaluation-harness prints it, rounded for reading',
    instead: '`--output_path`, JSON',
    pattern: /^\|\s*(?:Tasks|Groups|Task)\s*\|\s*Version\s*\|/m,
  },
  {
    what: 'promptfoo, CSV',
    instead: 'promptfoo `--output results.json`',
    pattern: /^[^\n]{1,20000},Status,Score,Named Scores,/,
  },
  {
    what: 'promptfoo, JSON Lines',
    instead: 'promptfoo `--output results.json`',
    pattern: /^\{(?=[^\n]*"promptIdx":)(?=[^\n]*"testIdx":)/,
  },
  { what: 'vegeta, text', instead: 'vegeta `report -type=json`', pattern: /^Requests\s+\[total, rate, throughput\]/ },
  { what: 'XML', instead: 'JSON', pattern: /^\s*<\?xml\b/ },
  { what: 'HTML', instead: 'JSON', pattern: /^\s*<(?:!doctype html|html)\b/i },
]

/** How much of a text is looked at. */
const MAX_LOOKED_AT = 40_000

/** What the text is, where it is known and not read. */
export function exportOf(text: string): Export | undefined {
  const start = text.slice(0, MAX_LOOKED_AT)
  return EXPORTS.find(({ pattern }) => pattern.test(start))
}
