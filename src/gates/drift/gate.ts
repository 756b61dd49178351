import type { Evidence } from '../../evidence/evidence.js'
import type { Check } from '../../verdict/outcome.js'
import type { Demand, Gate } from '../contract.js'
import { unavailable } from '../reading.js'
import { datasetCheck, shareCheck } from './dataset.js'
import { featureChecks } from './features.js'
import { mistakes } from './mistakes.js'
import { type Options, schema } from './options.js'
import { reportOf } from './report.js'
import { tableChecks, tableNotes } from './tables.js'
import { terms } from './terms.js'
import { texts } from './texts.js'
import { hasTables, tablesWanted } from './wanted.js'

/** Are the data that the model meets still like those it was made from? */
export const gate: Gate<Options> = {
  id: 'drift',
  needs: [],
  alsoNeeds: (options) => (hasTables(options) ? [] : ['drift']),
  compares: tablesWanted,
  schema,
  texts,
  mistakes,
  terms,
  evaluate,
  notes: tableNotes,
}

function evaluate(demand: Demand<Options>, evidence: Evidence): Check[] {
  if (hasTables(demand.options)) return tableChecks(demand, evidence.compared)
  const reports = unavailable(evidence.drift, 'drift') ?? evidence.drift.items.map(reportOf)
  const { features = {} } = demand.options
  return [
    ...shareCheck(demand, reports),
    ...datasetCheck(demand, reports),
    ...Object.keys(features).flatMap((name) => featureChecks(name, demand, reports)),
  ]
}
