// Generated from the folders beside it by `npm run generate`. Do not edit.
import type { Validator } from '../contract.js'

declare const check: Validator
export default check
