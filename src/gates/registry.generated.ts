// Generated from the folders beside it by `npm run generate`. Do not edit.
import type { Gate } from './contract.js'
import { gate as documentation } from './documentation/gate.js'
import { gate as fairness } from './fairness/gate.js'
import { gate as performance } from './performance/gate.js'

/** Every gate, in order of id; a run loads those that its policy asks for. */
export const loaders: Readonly<Record<string, () => Gate<never> | Promise<Gate<never>>>> = {
  approval: async () => (await import('./approval/gate.js')).gate,
  documentation: () => documentation,
  drift: async () => (await import('./drift/gate.js')).gate,
  explainability: async () => (await import('./explainability/gate.js')).gate,
  fairness: () => fairness,
  performance: () => performance,
  serving: async () => (await import('./serving/gate.js')).gate,
}
