import { jsonText } from '../../report/json-text.js'
import type { Wording } from '../../report/wording.js'
import type { Assessment } from '../assess.js'
import { LEVEL_TABLE, STAGES } from '../table.js'
import { SCHEMA } from '../trend.js'

/** The assessment as data: `schema/assessment.schema.json`. */
export function assessmentJson(assessment: Assessment, wording: Wording): string {
  const { level, levelByEvidence, caps, recommended, balance, scale, items, next, nextLevel, team } = assessment
  const { google, microsoft, testScore, demanded, trend, notes, scan } = assessment
  return jsonText({
    schema: SCHEMA,
    level,
    level_by_evidence: levelByEvidence,
    caps,
    recommended: { ...recommended, why: wording.say(recommended.why) },
    balance,
    scale: { models: scale.models ?? null, models_from: scale.modelsFrom, team_size: scale.team ?? null },
    ...(demanded && { demanded }),
    items: items.map(({ attestations, ...item }) => ({ ...item, ...(attestations.length > 0 && { attestations }) })),
    next_level: nextLevel,
    next: next.map((step) => ({
      ...step,
      starters: step.starters.map(({ tool, path, text }) => ({ tool, path, text })),
    })),
    team: { ...team, evolution: STAGES },
    google,
    microsoft,
    ml_test_score: testScore,
    ...(trend && { trend }),
    table: LEVEL_TABLE,
    notes: notes.map((note) => wording.say(note)),
    scan,
  })
}
