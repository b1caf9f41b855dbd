import { now, timeLimit } from './adapters/clock.ts'
import { configSource } from './adapters/github/config-source.ts'
import { writeLine } from './adapters/github/log/log.ts'
import { actionsProgress } from './adapters/github/log/progress.ts'
import { checkInputs } from './config/check-inputs.ts'
import { findConfigFile } from './config/file/config-file.ts'
import { runVariables } from './config/job.ts'
import { givesInputs, stepText } from './config/step/step.ts'
import type { RunVariables } from './domain/job.ts'
import type { ConfigSource } from './ports/github/config-source.ts'
import type { Progress } from './ports/github/progress.ts'
import { reportOfError } from './report/explain.ts'
import type { Report } from './report/parts/report.ts'
import { isGreen } from './report/parts/report.ts'
import { writeReport } from './report/write-report.ts'

/** One run of the action, from the environment to the report. True if it is green. */
export async function run(env: NodeJS.ProcessEnv): Promise<boolean> {
  const signal = cancelSignal()
  const progress = actionsProgress({ write: writeLine, clock: { now } })
  const start = now()
  const report = await attempt(env, progress, signal)
  await writeReport(report, progress, now() - start)
  return isGreen(report)
}

async function attempt(env: NodeJS.ProcessEnv, progress: Progress, signal: () => AbortSignal): Promise<Report> {
  try {
    const job = runVariables(env)
    const file = await findConfigFile(env, sourceOf(env, job))
    const { given } = file !== undefined || givesInputs(env) ? await import('./config/given.ts') : {}
    const inputs = checkInputs({ env, job, file, given })
    for (const problem of inputs.unused) progress.warn(`${problem}. This removal does not need it`)
    const { carryOut } = await import('./carry-out.ts')
    return await carryOut({ inputs, env, job, file, progress, signal: signal() })
  } catch (error) {
    return reportOfError(error)
  }
}

/** Needed before the configuration is known, so it uses only the environment. */
function sourceOf(env: NodeJS.ProcessEnv, { workspace, repository, apiUrl, commit }: RunVariables): ConfigSource {
  return configSource({ workspace, repository, apiUrl, commit, token: stepText(env, 'github-token'), limit: timeLimit })
}

/** Aborts when the runner cancels the run, even before the first call. Made at that call: Node loads its `AbortController` then. */
function cancelSignal(): () => AbortSignal {
  let cancelled = false
  let controller: AbortController | undefined
  const cancel = (): void => {
    cancelled = true
    controller?.abort()
  }
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, cancel)
  return () => {
    controller ??= new AbortController()
    if (cancelled) controller.abort()
    return controller.signal
  }
}
