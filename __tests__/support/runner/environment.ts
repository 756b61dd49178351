import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { WorkflowEvent } from '../events.js'
import type { CommandFiles } from './files.js'

export interface EnvironmentOptions {
  readonly workspace: string
  /** The step's own folder: the runner's temporary folder, a home and the files lie in it. */
  readonly scratch: string
  readonly event: WorkflowEvent
  readonly files: CommandFiles
  readonly apiUrl: string
  readonly job: string
  readonly workflow: string
  readonly runId: number
  readonly runAttempt: number
}

/** Everything the runner puts into a step's environment, and nothing of ours but PATH. */
export async function stepEnvironment(of: EnvironmentOptions): Promise<Record<string, string>> {
  const temp = join(of.scratch, '_temp')
  const home = join(of.scratch, 'home')
  const eventPath = join(temp, '_github_workflow', 'event.json')
  for (const folder of [join(temp, '_github_workflow'), home]) await mkdir(folder, { recursive: true })
  await writeFile(eventPath, JSON.stringify(of.event.payload))
  return {
    CI: 'true',
    HOME: home,
    PATH: process.env.PATH ?? '',
    RUNNER_ARCH: 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'runner',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: join(of.scratch, '_tool'),
    GITHUB_ACTION: '__self',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_WORKSPACE: of.workspace,
    ...of.files,
    ...serverVariables(of),
    ...eventVariables(of.event),
    ...runVariables(of),
  }
}

function serverVariables({ apiUrl }: EnvironmentOptions): Record<string, string> {
  const graphql = `${apiUrl}/graphql`
  return { GITHUB_API_URL: apiUrl, GITHUB_GRAPHQL_URL: graphql, GITHUB_SERVER_URL: 'https://github.com' }
}

function eventVariables(event: WorkflowEvent): Record<string, string> {
  const { actor, ref, repository } = event
  return {
    GITHUB_ACTOR: actor,
    GITHUB_ACTOR_ID: '1',
    GITHUB_TRIGGERING_ACTOR: actor,
    GITHUB_BASE_REF: event.baseRef ?? '',
    GITHUB_HEAD_REF: event.headRef ?? '',
    GITHUB_EVENT_NAME: event.name,
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(?:heads|tags|pull)\//, ''),
    GITHUB_REF_PROTECTED: 'false',
    GITHUB_REF_TYPE: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_REPOSITORY: repository,
    GITHUB_REPOSITORY_ID: '4321',
    GITHUB_REPOSITORY_OWNER: repository.split('/')[0] ?? '',
    GITHUB_SHA: event.sha,
  }
}

function runVariables(of: EnvironmentOptions): Record<string, string> {
  return {
    GITHUB_JOB: of.job,
    GITHUB_RUN_ATTEMPT: String(of.runAttempt),
    GITHUB_RUN_ID: String(of.runId),
    GITHUB_RUN_NUMBER: '17',
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_WORKFLOW: of.workflow,
    GITHUB_WORKFLOW_REF: `${of.event.repository}/.github/workflows/ml.yaml@${of.event.ref}`,
    GITHUB_WORKFLOW_SHA: of.event.sha,
  }
}
