// Generated from the folders beside it by `npm run generate`. Do not edit.
import type { LoadedGate } from './contract.js'
import { gate as documentation } from './documentation/gate.js'
import documentationCheck from './documentation/validate.generated.js'
import { gate as fairness } from './fairness/gate.js'
import fairnessCheck from './fairness/validate.generated.js'
import { gate as performance } from './performance/gate.js'
import performanceCheck from './performance/validate.generated.js'

/** Every gate, in order of id; a run loads those that its policy asks for. */
export const loaders: Readonly<Record<string, () => LoadedGate | Promise<LoadedGate>>> = {
  approval: async () => {
    const { gate } = await import('./approval/gate.js')
    return { gate, check: (await import('./approval/validate.generated.js')).default }
  },
  documentation: () => ({ gate: documentation, check: documentationCheck }),
  drift: async () => {
    const { gate } = await import('./drift/gate.js')
    return { gate, check: (await import('./drift/validate.generated.js')).default }
  },
  explainability: async () => {
    const { gate } = await import('./explainability/gate.js')
    return { gate, check: (await import('./explainability/validate.generated.js')).default }
  },
  fairness: () => ({ gate: fairness, check: fairnessCheck }),
  performance: () => ({ gate: performance, check: performanceCheck }),
  serving: async () => {
    const { gate } = await import('./serving/gate.js')
    return { gate, check: (await import('./serving/validate.generated.js')).default }
  },
}
