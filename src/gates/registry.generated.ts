// Generated from the folders beside it by `npm run generate`. Do not edit.
import type { Gate } from './contract.js'
import { gate as documentation } from './documentation/gate.js'
import { gate as drift } from './drift/gate.js'
import { gate as fairness } from './fairness/gate.js'
import { gate as performance } from './performance/gate.js'

/** Every gate, in order of id. Options are checked against each gate's schema before it sees them. */
export const gates: readonly Gate<never>[] = [
  documentation,
  drift,
  fairness,
  performance,
]
