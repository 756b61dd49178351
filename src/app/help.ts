import type { Command } from './option-values.js'

const GENERAL = `ml-gate - judges a trained model's evidence against a policy.

  ml-gate check [PATH]   compare metrics, groups and model card with the policy
  ml-gate init [PATH]    write a first policy, model card, model_config.yaml and workflow from what a repository has
  ml-gate inspect PATH   list what a file or folder says, in the names a policy can use
  ml-gate self-test [PATH]   show for every check of the policy that bad evidence fails it
  ml-gate merge DIR...   make one report of those that the jobs of a matrix left behind
  ml-gate audit verify|show DIR   prove that a trail of decisions is whole, or list what it holds
  ml-gate catalog [PATH]   list the models beneath a folder with what was last decided about each
  ml-gate schema         print the policy's JSON Schema, for editors

  ml-gate COMMAND --help shows a command's options; ml-gate --version the version.
`

const CHECK = `ml-gate check [PATH] - judges the folder PATH (default: the current one).

  --policy FILE        the policy (default: .github/ml-gate.yaml in PATH)
  --extends FILE       a local copy of the policy of another repository that it extends; several in that order
  --metrics PATH       metrics file or glob; may be given several times
  --groups PATH        metrics by group, for fairness
  --baseline PATH      metrics to compare with
  --model-card PATH    the model card
  --audit DIR          record the decision in the trail in DIR, which is made where it is absent
  --report-dir DIR     write report.json, report.md, report.sarif and junit.xml there
  --language en|ko     language of the report (default: en)
  --format text|json|markdown   what is printed (default: text)

Paths given here are relative to the current folder, else to PATH; paths in the policy are relative to PATH.
Exit codes: 0 pass or warn, 1 fail, 2 error or wrong usage.
`

const SCHEMA = `ml-gate schema - prints the policy's JSON Schema (draft 2020-12).
`

const MERGE = `ml-gate merge DIR... - makes one report of every report.json beneath the folders.

  --expect NAME        a model that has to be among them; may be given several times
  --report-dir DIR     write report.json, report.md, report.sarif and junit.xml there
  --language en|ko     language of the report (default: en)
  --format text|json|markdown   what is printed (default: text)

Of a job that ran again the latest attempt counts. What was expected and did not report is missing.
Exit codes: 0 pass or warn, 1 fail, 2 error or wrong usage.
`

const INIT = `ml-gate init [PATH] - writes the first files of the repository PATH (default: the current folder).

  --language en|ko     language of what is written and printed (default: en)
  --format text|json   what is printed (default: text)

It writes .github/ml-gate.yaml, model_config.yaml, .github/workflows/ml-gate.yaml and MODEL_CARD.md, each only where it is not
there. Bounds come from the metrics it finds, with a margin, and never above what was measured.
Exit codes: 0 written or there already, 2 a file could not be written or wrong usage.
`

const INSPECT = `ml-gate inspect PATH - lists the values of a file or folder with the selectors that find them.

  --as KIND            metrics (default), groups, model-card (default for Markdown), explanations, drift,
                       load-test or predictions
  --read-as FORMAT     read it as this format instead of the one its content shows
  --run RUN            the run, by id or name, where it holds several
  --experiment NAME    the experiment, by id or name
  --language en|ko     language of messages (default: en)
  --format text|json   what is printed (default: text)

Exit codes: 0 read, 2 cannot be read or wrong usage.
`

const SELF_TEST = `ml-gate self-test [PATH] - tries every check of the policy with evidence that is just bad enough to fail it.

  --policy FILE        the policy (default: .github/ml-gate.yaml in PATH)
  --extends FILE       a local copy of the policy of another repository that it extends; several in that order
  --strict             fail where a check could not be tried
  --language en|ko     language of the lines (default: en)
  --format text|json   what is printed (default: text)

The evidence is made up; no file but the policy is read.
Exit codes: 0 every check that should block does, 1 one does not, 2 not a policy or wrong usage.
`

const CATALOG = `ml-gate catalog [PATH] - lists the models beneath the folder PATH (default: the current one).

  --audit DIR          the folder of the audit trail: what was decided about each model
  --stale-after 90d    a model is stale when its last decision is older (days or weeks; default: 90d)
  --write-backstage    print entities for the models that no catalog-info.yaml has, instead of the list
  --language en|ko     language of the list (default: en)
  --format markdown|json|csv   what is printed (default: markdown)

Models come from model_config.yaml files, the trail, MLflow's registry, catalog-info.yaml, dvc.yaml and GTO's tags.
Exit codes: 0 all was read, 1 something could not be read (it is listed) or no model was found, 2 wrong usage.
`

const AUDIT = `ml-gate audit verify DIR - proves that the trail of decisions in DIR is whole, or names its first bad entry.
ml-gate audit show DIR   - lists its decisions, and stops where the chain breaks.

  --head SHA256        (verify) the digest of an entry that is known from elsewhere: it has to be in the chain
  --count N            (verify) at least so many entries have to be there
  --model NAME         (show) decisions about this model
  --verdict VERDICT    (show) pass, warn, fail or error; may be given several times
  --person LOGIN       (show) that this person started, wrote, approved, owns or waived
  --since, --until     (show) from, or up to and with, a day (UTC) or a time: 2026-11-25, 2026-11-25T14:05:09Z
  --format text|json|csv   what is printed (default: text); verify prints text or json
  --language en|ko     language of messages (default: en)

DIR is the trail's folder, or a checkout of its branch; it holds the folder entries. Without --head or --count nothing can
tell that entries at the end were removed, nor that the last one was altered in a way that leaves it an entry.
Exit codes: 0 the chain holds, 1 it is broken, 2 no trail or wrong usage.
`

const HELP: Readonly<Record<Command, string>> = {
  check: CHECK,
  init: INIT,
  inspect: INSPECT,
  merge: MERGE,
  schema: SCHEMA,
  'self-test': SELF_TEST,
  audit: AUDIT,
  catalog: CATALOG,
}

/** The help of one command, or of all. */
export function helpFor(command?: Command): string {
  return command === undefined ? GENERAL : HELP[command]
}
