import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { rootOf } from '../../place.js'
import { readToolkitCard } from '../../toolkit/card.js'
import type { MapNode, Node } from '../../tree.js'
import { mapOf, textNode } from '../build.js'
import type { Wanted } from '../contract.js'

/**
 * The binary card that VerifyML and the Model Card Toolkit keep: a protocol buffer
 * (https://protobuf.dev/programming-guides/encoding/) in VerifyML's schema v0.0.4. A binary value has no line; its
 * pointer says where it stands in the card.
 */
export function read(bytes: Uint8Array, wanted: Wanted): Result<Node> {
  const { path } = wanted
  try {
    const card = message(bytes, CARD)
    return wanted.role === 'model-card' ? ok(card) : readToolkitCard(rootOf({ path, content: card }), wanted)
  } catch (error) {
    if (error instanceof Damaged) return failed(problem('evidence.card.protobuf', {}, { path }))
    throw error
  }
}

/** The bytes are not what a writer of protocol buffers leaves. */
class Damaged extends Error {}

/** A field: a text, a truth value, or a message; repeated ones become a list. An `interval` is a text that may be one. */
type Field = readonly [name: string, type: 'text' | 'bool' | 'interval' | Message | 'skip', repeated?: true]
/** Fields by number. */
type Message = Readonly<Record<number, Field>>

/** Pictures are base64 text in megabytes: nothing looks at them. */
const GRAPHICS = 'skip'
const DESCRIBED: Message = { 1: ['description', 'text'] }
const TEST: Message = {
  1: ['name', 'text'],
  2: ['description', 'text'],
  3: ['threshold', 'text'],
  4: ['result', 'text'],
  5: ['passed', 'bool'],
  6: ['graphics', GRAPHICS],
}
const KEY_VALUE: Message = { 1: ['key', 'text'], 2: ['value', 'text'] }
const DATASET: Message = {
  1: ['name', 'text'],
  2: ['link', 'text'],
  3: [
    'sensitive',
    { 1: ['sensitive_data', 'text', true], 2: ['sensitive_data_used', 'text', true], 3: ['justification', 'text'] },
  ],
  4: ['graphics', GRAPHICS],
  5: ['description', 'text'],
}
const DETAILS: Message = {
  1: ['name', 'text'],
  2: ['overview', 'text'],
  3: ['documentation', 'text'],
  4: ['owners', { 1: ['name', 'text'], 2: ['contact', 'text'], 3: ['role', 'text'] }, true],
  5: ['version', { 1: ['name', 'text'], 2: ['date', 'text'], 3: ['diff', 'text'] }],
  6: ['licenses', { 1: ['identifier', 'text'], 2: ['custom_text', 'text'] }, true],
  7: ['references', { 1: ['reference', 'text'] }, true],
  8: ['citations', { 1: ['style', 'text'], 2: ['citation', 'text'] }, true],
  9: ['path', 'text'],
  10: ['regulatory_requirements', { 1: ['regulation', 'text'] }, true],
}
const PARAMETERS: Message = {
  1: ['model_architecture', 'text'],
  2: ['data', DATASET, true],
  3: ['input_format', 'text'],
  4: ['output_format', 'text'],
  5: ['input_format_map', KEY_VALUE, true],
  6: ['output_format_map', KEY_VALUE, true],
}
const METRIC: Message = {
  1: ['type', 'text'],
  2: ['value', 'text'],
  3: ['slice', 'text'],
  4: ['description', 'interval'],
  5: ['graphics', GRAPHICS],
  6: ['tests', TEST, true],
}
/** What the Model Card Toolkit keeps where VerifyML has a metric's description. */
const INTERVAL: Message = { 1: ['lower_bound', 'text'], 2: ['upper_bound', 'text'] }
const EXPLANATION: Message = {
  1: ['type', 'text'],
  2: ['slice', 'text'],
  3: ['description', 'text'],
  4: ['graphics', GRAPHICS],
  5: ['tests', TEST, true],
}
const FAIRNESS: Message = {
  1: ['type', 'text'],
  2: ['slice', 'text'],
  3: ['segment', 'text'],
  4: ['description', 'text'],
  5: ['graphics', GRAPHICS],
  6: ['tests', TEST, true],
}
const CONSIDERATIONS: Message = {
  1: ['users', DESCRIBED, true],
  2: ['use_cases', DESCRIBED, true],
  3: ['limitations', DESCRIBED, true],
  4: ['tradeoffs', DESCRIBED, true],
  5: ['ethical_considerations', { 1: ['name', 'text'], 2: ['mitigation_strategy', 'text'] }, true],
  6: [
    'fairness_assessment',
    { 1: ['group_at_risk', 'text'], 2: ['benefits', 'text'], 3: ['harms', 'text'], 4: ['mitigation_strategy', 'text'] },
    true,
  ],
}
const CARD: Message = {
  1: ['model_details', DETAILS],
  2: ['model_parameters', PARAMETERS],
  3: ['quantitative_analysis', { 1: ['performance_metrics', METRIC, true], 2: ['graphics', GRAPHICS] }],
  4: ['considerations', CONSIDERATIONS],
  5: ['explainability_analysis', { 1: ['explainability_reports', EXPLANATION, true] }],
  6: ['fairness_analysis', { 1: ['fairness_reports', FAIRNESS, true] }],
}

/** Reads one message; the nesting is that of the schema, so it ends. Fields that the schema does not know are an error. */
function message(bytes: Uint8Array, schema: Message): MapNode {
  const single: [string, Node][] = []
  const lists = new Map<string, Node[]>()
  let at = 0
  const varint = (): number => {
    let value = 0
    for (let shift = 0; shift < 5; shift += 1) {
      const byte = bytes[at]
      if (byte === undefined) throw new Damaged()
      at += 1
      value += (byte & 0x7f) * 2 ** (7 * shift)
      if (byte < 0x80) return value
    }
    throw new Damaged()
  }
  while (at < bytes.length) {
    const tag = varint()
    const field = schema[Math.floor(tag / 8)]
    if (field === undefined) throw new Damaged()
    const [name, type, repeated] = field
    if (tag % 8 === 0 && type === 'bool') {
      single.push([name, { kind: 'boolean', at: {}, text: varint() === 0 ? 'false' : 'true' }])
      continue
    }
    if (tag % 8 !== 2 || type === 'bool') throw new Damaged()
    const length = varint()
    if (at + length > bytes.length) throw new Damaged()
    const content = bytes.subarray(at, at + length)
    at += length
    if (type === 'skip') continue
    const interval = type === 'interval' ? intervalIn(content) : undefined
    if (interval !== undefined) {
      single.push(['confidence_interval', interval])
      continue
    }
    const node = typeof type === 'string' ? textNode(utf8(content), {}) : message(content, type)
    if (!repeated) single.push([name, node])
    else if (!lists.get(name)?.push(node)) lists.set(name, [node])
  }
  // No writer says one thing twice. Readers differ on which one holds, so neither does.
  if (new Set(single.map(([name]) => name)).size < single.length) throw new Damaged()
  const listed = [...lists].map(([name, items]) => [name, { kind: 'list', at: {}, items }] as const)
  return mapOf({}, [...single, ...listed])
}

/** A confidence interval, whose first byte, a line feed, begins no description. */
function intervalIn(bytes: Uint8Array): MapNode | undefined {
  if (bytes[0] !== 0x0a) return undefined
  try {
    return message(bytes, INTERVAL)
  } catch (error) {
    if (error instanceof Damaged) return undefined
    throw error
  }
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Damaged()
  }
}
