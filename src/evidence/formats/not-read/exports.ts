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
  {
    what: 'vegeta, a histogram',
    instead: 'vegeta `report -type=json`',
    pattern: /^(?:Bucket +# +% +Histogram|Value\(ms\) +Percentile +TotalCount)\b/,
  },
  {
    what: 'vegeta, a result a request',
    instead: 'vegeta `report -type=json`',
    pattern: /^\{"attack":"[^\n"]{0,500}","seq":\d/,
  },
  {
    what: 'a table as autocannon prints it',
    instead: 'autocannon `--json`',
    pattern: /^Running \d{1,12}(?:s| requests) test @ [^\n]{1,2000}\n\d{1,9} connections?\b/m,
  },
  {
    what: 'a summary as k6 prints it, rounded for reading',
    instead: 'k6 `--summary-export k6.json`',
    pattern: /^[ \t✓✗]{0,20}http_req_duration\.{1,60}: avg=/m,
  },
  {
    what: 'k6, a line a measurement',
    instead: 'k6 `--summary-export k6.json`',
    pattern: /^\{"type":"Metric","data":\{"name":"[^\n"]{1,500}","type":"(?:counter|gauge|rate|trend)"/,
  },
  { what: 'ab, HTML', instead: 'ab without `-w`', pattern: /^\s*<p>\s*This is ApacheBench, / },
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
