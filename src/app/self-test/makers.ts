import { specimens as approval } from '../../gates/approval/specimens.js'
import { specimens as documentation } from '../../gates/documentation/specimens.js'
import { specimens as drift } from '../../gates/drift/specimens.js'
import { specimens as explainability } from '../../gates/explainability/specimens.js'
import { specimens as fairness } from '../../gates/fairness/specimens.js'
import { specimens as performance } from '../../gates/performance/specimens.js'
import { specimens as serving } from '../../gates/serving/specimens.js'
import type { MakeSpecimens } from '../../gates/specimens.js'

/** The gates that bring worst cases along, by id. Not in their registry: a run that judges never loads them. */
export const makers: ReadonlyMap<string, MakeSpecimens<never>> = new Map<string, MakeSpecimens<never>>([
  ['approval', approval],
  ['documentation', documentation],
  ['explainability', explainability],
  ['drift', drift],
  ['fairness', fairness],
  ['performance', performance],
  ['serving', serving],
])
