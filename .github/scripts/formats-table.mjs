// The tables of docs/formats.md: what each format says of itself, and what its fixtures show of it.
import { readdirSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/** Headings by what a format is read for first. */
const HEADINGS = {
  metrics: 'Metrics',
  groups: 'Metrics by group',
  drift: 'Drift and data quality',
  explanations: 'Explanations',
  'model-card': 'Model cards',
  'load-test': 'Load tests',
}

/** The tables as Markdown, one a heading. `build` is where the compiler wrote. */
export async function formatTables(root, build = `${root}build`) {
  const { formats } = await import(pathToFileURL(`${build}/src/evidence/formats/registry.generated.js`).href)
  return Object.entries(HEADINGS)
    .map(([role, heading]) => {
      const rows = formats.filter(({ roles }) => roles[0] === role).map((format) => row(root, format))
      return [
        `### ${heading}`,
        '',
        '| written by | `format` | named under | told by | for instance | tested with |',
        '|---|---|---|---|---|---|',
        ...rows,
      ].join('\n')
    })
    .join('\n\n')
}

function row(root, { id, title, roles, shape }) {
  const cells = [title, `\`${id}\``, roles.join(', '), code(shape), example(root, id), testedWith(root, id)]
  return `| ${cells.join(' | ')} |`
}

function code(text) {
  return text === '' ? '' : `\`${text.replaceAll('|', '\\|')}\``
}

/** The first value, group or section that a fixture of the format is known to hold. */
function example(root, id) {
  const rows = table(root, id, 'expected.json').filter(({ format }) => format === id)
  for (const { values, groups, sections, as } of rows) {
    const number = Object.entries(values ?? {}).find(([, value]) => /^-?\d/.test(value))
    if (number) return code(number[0])
    const [group] = Object.keys(groups ?? {})
    if (group) return code(group)
    const [section] = Object.keys(sections ?? {})
    if (section && as === 'model-card') return code(section)
  }
  return ''
}

/** Tools and versions that wrote the fixtures; by hand where the tool could not be had. */
function testedWith(root, id) {
  const madeBy = table(root, id, 'made-by.json')
  const named = madeBy.map(({ tool, version, origin }) => `${tool} ${version}${origin === 'tool' ? '' : ' ¹'}`)
  return [...new Set(named)].join(', ')
}

function table(root, id, name) {
  const folder = `${root}__tests__/fixtures/${id}`
  return readdirSync(folder).includes(name) ? JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) : []
}
