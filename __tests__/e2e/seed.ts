import { makeWorkspace, type Workspace } from '../support/workspace.js'

/** The head commit of the pull request in these tests. */
export const WORKFLOW_PATH = '.github/workflows/ml-pipeline.yaml'

/** A card with the four fields of the first example. */
export const CARD = `# Churn predictor

## Intended use
Ranks customers by their risk of leaving, for the retention team.

## Limitations
Trained on one country's customers; not valid for business accounts.

## Training data
Twelve months of account data, 7,043 rows.

## Evaluation results
F1 0.86 and AUC 0.91 on a held-out fifth.
`

/** The workflow of the README's first step; f1 stands on line 11. */
export const WORKFLOW = `name: ML Pipeline
on: {pull_request: {}}
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - uses: OWNER/ml-governance-gate@v1
        with:
          policy: |
            performance:
              f1: {min: 0.85}
              auc: {min: 0.90}
            fairness:
              - {metric: accuracy, by: gender, gap: {below: 0.05}}
            documentation:
              require: [intended_use, limitations, training_data_description, evaluation_results]
`

export const POLICY = WORKFLOW.slice(WORKFLOW.indexOf('            performance:')).replace(/^ {12}/gm, '')

export interface Seed {
  readonly f1?: string
  readonly groups?: string
  readonly card?: string
}

/** A checkout with the first example's evidence. */
export function seedWorkspace({
  f1 = '0.86',
  groups = '{"F": 0.90, "M": 0.87}',
  card = CARD,
}: Seed = {}): Promise<Workspace> {
  return makeWorkspace({
    [WORKFLOW_PATH]: WORKFLOW,
    'outputs/metrics.json': `{\n  "f1": ${f1},\n  "auc": 0.91\n}\n`,
    'outputs/groups.json': groups,
    'MODEL_CARD.md': card,
  })
}

/** The inputs of the first example. */
export const INPUTS = {
  policy: POLICY,
  metrics: 'outputs/metrics.json',
  groups: 'outputs/groups.json',
  'model-card': 'MODEL_CARD.md',
}
