import type { Step } from './workflow.js'

/** What a step of a workflow does for a model. */
export type Deed =
  | 'test'
  | 'deploy'
  | 'train'
  | 'evaluate'
  | 'build'
  | 'gate'
  | 'apply'
  | 'validate'
  | 'cost'
  | 'dispatch'

/** What a script of Python does by its name, or by the folder that holds it. */
const SCRIPTS: readonly (readonly [Deed, name: RegExp, folder: RegExp])[] = [
  ['train', /^(?!test_).*(?:train|fine_?tune)|(?:^|_)(?:flow|pipeline)s?(?:_|$)/i, /^(?:train|training)$/],
  ['evaluate', /^(?!test_).*eval|validate_model|model_validation|compare_model/i, /^(?:eval|evaluate|evaluation)$/],
  ['deploy', /^(?!test_).*deploy/i, /^deploy(?:ment)?$/],
  ['validate', /(?:validate|check)_?\w*(?:config|schema)/i, /^validation$/],
]

/** The Python script or module that a command runs: its name without ending, and its folder's. */
function scriptOf(words: string): { name: string; folder: string } | undefined {
  const [, module, file] = /^python[\d.]*(?: -[uBOW]\S*)* (?:-m ([\w.-]+)|([\w./-]+)\.py)(?: |$)/.exec(words) ?? []
  const parts = file?.split('/') ?? module?.split('.')
  return parts && { name: parts.at(-1) ?? '', folder: parts.at(-2) ?? '' }
}

/** How each is said on the command line; held against the beginning of a command. */
const COMMANDS: Readonly<Record<Deed, readonly RegExp[]>> = {
  test: [
    /^(?:python[\d.]* -m )?(?:pytest|unittest|tox|nox|py\.test)\b(?!.*--(?:version|collect-only|help)\b)/,
    /^coverage run (?:\S+ )*-m (?:pytest|unittest)\b/,
    /^(?:promptfoo(?:@\S+)?|deepeval) (?:eval|test)\b/,
    /^(?:great_expectations|gx) checkpoint run\b/,
    /^(?:npm|yarn|pnpm) (?:run )?test\b|^(?:go|cargo|dbt|kedro|bazel) test\b/,
    /^docker[ -]compose (?:run|exec) .*\b(?:pytest|unittest)\b|^docker run .* pytest\b/,
  ],
  deploy: [
    /^(?!.*--dry-run)kubectl\b.* (?:apply|rollout restart|set image|patch|replace)\b/,
    /^(?!.*--dry-run)helm\b.* (?:upgrade|install)\b/,
    /^docker (?:image )?push\b|^docker buildx build\b.* --push\b/,
    /^bentoml (?:deploy|deployment|push|cloud)\b|^modal deploy\b|^zenml model deploy\b/,
    /^aws (?:sagemaker (?:create|update)-|ecs update-service|lambda update-function-code)/,
    /^az (?:ml (?:online|batch)-(?:endpoint|deployment)|containerapp|webapp) (?:create|update|up|deploy)\b/,
    /^gcloud (?:\S+ )*(?:run deploy|ai endpoints deploy-model|app deploy)\b/,
    /^databricks bundle deploy\b|^argocd app sync\b|^terraform apply\b|^mlflow deployments (?:create|update)\b/,
    /^(?:hf|huggingface-cli) upload\b|^(?:fly|flyctl) deploy\b|^(?:serverless|sls|sam) deploy\b|^kserve\b/,
  ],
  train: [
    /^dvc (?:repro|exp run)\b|^kedro run\b|^zenml pipeline run\b|^mlflow run\b|^cml[ -]runner\b/,
    /^(?:torchrun|accelerate launch|deepspeed)\b.*train/,
    /^az ml job create\b|^gcloud ai custom-jobs create\b|^databricks (?:bundle run|jobs run-now)\b|^argo submit\b/,
    /^prefect deployment run\b|^dagster job execute\b|^airflow dags (?:trigger|test)\b/,
  ],
  evaluate: [
    /^dvc (?:metrics|params|plots) diff\b|^cml[ -](?:comment|send-comment|publish)\b/,
    /^(?:lm_eval|lm-eval|inspect eval)\b|^(?:promptfoo(?:@\S+)? eval|deepeval test)\b/,
    /^mlflow models? evaluate\b/,
  ],
  build: [
    /^(?:docker|podman) (?:image )?build\b|^docker buildx (?:build|bake)\b|^docker[ -]compose (?:-f \S+ )?build\b/,
    /^(?:docker|podman) (?:image )?push\b|^buildah (?:bud|build)\b|^pack build\b|^kaniko\b/,
    /^bentoml (?:build|containerize)\b|^mlflow models build-docker\b|^gcloud builds submit\b|^az acr build\b/,
    /^gto register\b|^(?:hf|huggingface-cli) upload\b/,
  ],
  gate: [/^ml-gate check\b/],
  apply: [/^feast(?: -c \S+)? (?:apply|materialize|materialize-incremental)\b/, /^tecton apply\b/],
  validate: [/^(?:check-jsonschema|jsonschema|ajv(?: validate)?|yamale|kubeconform|conftest test|cue vet)\b/],
  cost: [/^infracost (?:breakdown|diff|comment)\b/],
  dispatch: [
    /^gh workflow run\b|^gh api .*\/dispatches\b|^(?:curl|http) .*\/(?:dispatches|dagRuns)\b|^airflow dags trigger\b/,
  ],
}

/** How each is said with an action. */
const ACTIONS: readonly (readonly [Deed, RegExp])[] = [
  ['test', /^promptfoo\/promptfoo-action@/],
  ['evaluate', /^promptfoo\/promptfoo-action@/],
  ['evaluate', /^(?!OWNER\/)[^/]+\/ml-governance-gate(?:\/[^@]*)?@/],
  ['gate', /^(?!OWNER\/)[^/]+\/ml-governance-gate(?:\/[^@]*)?@/],
  ['build', /^docker\/(?:build-push|bake)-action@/],
  [
    'deploy',
    /^(?:azure\/(?:webapps-deploy|k8s-deploy|container-apps-deploy-action)|google-github-actions\/deploy-[\w-]+|aws-actions\/amazon-ecs-deploy-task-definition|superfly\/flyctl-actions|huggingface\/hub-sync|nteract\/[\w-]+)@/i,
  ],
  ['dispatch', /^peter-evans\/repository-dispatch@/],
]

/** What a command does. */
export function deedsOf(words: string): Deed[] {
  const script = scriptOf(words)
  const named = SCRIPTS.filter(([, name, folder]) => script && (name.test(script.name) || folder.test(script.folder)))
  const said = Object.entries(COMMANDS) as [Deed, readonly RegExp[]][]
  const found = said.filter(([, patterns]) => patterns.some((pattern) => pattern.test(words)))
  return [...new Set([...found, ...named].map(([deed]) => deed))]
}

/** What the action of a step does; checking this gate out of its own repository (`./`) is running it too. */
export function actionDeeds({ uses }: Step): Deed[] {
  if (uses === undefined) return []
  const { action } = uses
  const found = ACTIONS.filter(([, pattern]) => pattern.test(action)).map(([deed]) => deed)
  const command = uses.with.get('command') ?? ''
  const gates = command === '' || command === 'check' || command === 'merge'
  const pushes =
    /^docker\/(?:build-push|bake)-action@/.test(action) && !['', 'false'].includes(uses.with.get('push') ?? '')
  return [
    ...found.filter((deed) => gates || !(deed === 'gate' || deed === 'evaluate')),
    ...(pushes ? ['deploy' as const] : []),
  ]
}
