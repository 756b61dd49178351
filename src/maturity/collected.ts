import type { DeclaredModel } from './detect/manifests.js'
import type { PythonFile } from './detect/python.js'
import type { Evidence, Facts } from './facts.js'
import type { Step, Workflow } from './flow/workflow.js'

/** A script that stands in a file: a stage of DVC, a target of Make, a shell script. */
export interface Script {
  readonly path: string
  readonly text: string
  /** The file's line that the text begins in. */
  readonly line: number
  /** The file's lines themselves, from there on, where the text is not their own. */
  readonly shown?: readonly string[]
}

/** Everything that one pass over a repository's files keeps of them. */
export interface Collected {
  readonly facts: Facts
  readonly python: Map<string, PythonFile>
  readonly workflows: Workflow[]
  /** Steps of the repository's own actions, by their folder. */
  readonly actions: Map<string, readonly Step[]>
  /** Recipes of Make by folder and target: `services/api:test`. */
  readonly targets: Map<string, Script>
  /** Commands of DVC's stages and of MLflow's projects. */
  readonly stages: { readonly tool: 'dvc' | 'mlflow'; readonly script: Script }[]
  readonly shell: Map<string, Script>
  /** Commands of Kubernetes' and Argo's cron jobs, with the line of their schedule. */
  readonly crons: { readonly words: string; readonly by: Evidence }[]
  readonly models: DeclaredModel[]
  /** Where a notebook trains a model. */
  readonly notebookTraining: Evidence[]
}
