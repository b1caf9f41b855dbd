import { writeLine } from './adapters/github/log/log.ts'
import { actionsProgress } from './adapters/github/log/progress.ts'
import { systemClock } from './adapters/clock.ts'
import { configSource } from './adapters/github/config-source.ts'
import { findConfigFile } from './config/file/config-file.ts'
import type { ConfigFile } from './config/file/config-file.ts'
import { readConfig } from './config/config.ts'
import type { Config } from './config/config.ts'
import { partWords } from './config/file/file-inputs.ts'
import { leasePermit } from './steps/lease/permit.ts'
import { checkAccount } from './steps/check-account.ts'
import { readJob } from './config/job.ts'
import { stepText } from './config/inputs/step.ts'
import type { Context } from './context.ts'
import type { Report } from './report/parts/report.ts'
import { withAdvice } from './report/parts/advice.ts'
import { isGreen } from './report/parts/report.ts'
import type { Job } from './domain/job.ts'
import { PREVIEW_PART } from './domain/preview/preview.ts'
import { displayName } from './domain/service.ts'
import { Cancelled, messageOf } from './errors.ts'
import { ofService, reportOfError } from './report/explain.ts'
import type { Account } from './ports/account.ts'
import { IN_AWS } from './domain/command.ts'
import { recordedEnd } from './domain/deployment/recorded.ts'
import type { DeploymentRecord } from './ports/github/deployments/deployment-record.ts'
import type { ConfigSource } from './ports/github/config-source.ts'
import type { Progress } from './ports/github/progress.ts'
import { writeReport } from './report/write-report.ts'

const COMMANDS = {
  deploy: async (ctx: Context) => (await import('./commands/deploy.ts')).deploy(ctx),
  preview: async (ctx: Context) => (await import('./commands/preview.ts')).preview(ctx),
  plan: async (ctx: Context) => (await import('./commands/plan.ts')).plan(ctx),
  promote: async (ctx: Context) => (await import('./commands/promote.ts')).promote(ctx),
  rollback: async (ctx: Context) => (await import('./commands/rollback.ts')).rollback(ctx),
  restart: async (ctx: Context) => (await import('./commands/restart.ts')).restart(ctx),
  status: async (ctx: Context) => (await import('./commands/read/status.ts')).status(ctx),
  metrics: async (ctx: Context) => (await import('./commands/read/metrics.ts')).metrics(ctx),
  freeze: async (ctx: Context) => (await import('./commands/freeze.ts')).freeze(ctx),
  unfreeze: async (ctx: Context) => (await import('./commands/freeze.ts')).unfreeze(ctx),
  steer: async (ctx: Context) => (await import('./commands/steer.ts')).steer(ctx),
  schedule: async (ctx: Context) => (await import('./commands/schedule.ts')).schedule(ctx),
  doctor: async (ctx: Context) => (await import('./commands/read/doctor.ts')).doctor(ctx),
  comment: async (ctx: Context) => (await import('./commands/comment.ts')).comment(ctx),
  sweep: async (ctx: Context) => (await import('./commands/sweep.ts')).sweep(ctx),
  destroy: async (ctx: Context) => (await import('./commands/destroy.ts')).destroy(ctx),
} satisfies Record<Config['command'], (ctx: Context) => Promise<Report>>

/** One run of the action, from the environment to the report. True if it is green. */
export async function run(env: NodeJS.ProcessEnv): Promise<boolean> {
  const cancel = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => cancel.abort())
  const clock = systemClock(cancel.signal)
  const progress = actionsProgress({ write: writeLine, clock })
  const start = clock.now()
  const surroundings = { clock, progress, signal: cancel.signal, permit: leasePermit(clock), newId: () => crypto.randomUUID() }
  const report = await attempt(env, surroundings)
  await writeReport(report, progress, clock.now() - start)
  return isGreen(report)
}

/** Needed before the configuration is known, so it uses only the environment. */
function sourceOf(env: NodeJS.ProcessEnv, { workspace, repository, apiUrl, commit }: Job): ConfigSource {
  return configSource({ workspace, repository, apiUrl, commit, token: stepText(env, 'github-token') })
}

type Surroundings = Pick<Context, 'clock' | 'progress' | 'signal' | 'newId' | 'permit'>

async function attempt(env: NodeJS.ProcessEnv, surroundings: Surroundings): Promise<Report> {
  try {
    const job = readJob(env)
    const file = await findConfigFile(env, sourceOf(env, job))
    const config = readConfig(env, file, job)
    announce(config, file, surroundings.progress)
    return await untilCancelled(carriedOut(config, surroundings), surroundings.signal)
  } catch (error) {
    return reportOfError(error)
  }
}

async function carriedOut(config: Config, surroundings: Surroundings): Promise<Report> {
  const { connect } = await import('./connect.ts')
  const ports = connect(config, surroundings)
  const report = await reportOf({ ...surroundings, ...ports, config })
  // The work is done: nothing about its record on GitHub changes the outcome.
  await recordEnd(ports.deployment, config, report, surroundings).catch((error: unknown) =>
    surroundings.progress.warn(`GitHub's deployments do not show the end of this run: ${messageOf(error)}`),
  )
  return withAdvice(report, config.command)
}

type Connected = Omit<Context, 'accountId' | 'token'> & { readonly account: Account }

async function reportOf({ account, ...connected }: Connected): Promise<Report> {
  const { config } = connected
  const inAws = IN_AWS.includes(config.command)
  try {
    // Alone and first: wrong credentials are reported as such, before they make anything else fail, and before a command's code is loaded.
    const accountId = inAws ? await checkAccount(config, account) : ''
    return await COMMANDS[config.command]({ ...connected, accountId, token: 0 })
  } catch (error) {
    const report = reportOfError(error)
    return inAws ? ofService(report, config.service) : report
  }
}

async function recordEnd(deployment: DeploymentRecord, config: Config, report: Report, surroundings: Surroundings): Promise<void> {
  const { outcome, outputs } = report
  const command = recordedEnd(config.command, outcome)
  if (command === undefined) return
  if (command === 'removed') return deployment.removed(config.service)
  const { endOf } = await import('./domain/deployment/end.ts')
  const [steps, now] = [surroundings.progress.steps(), surroundings.clock.now()]
  await deployment.end(endOf({ command, outcome, cause: outputs['cause'] ?? '', steps, now }), outputs['url'] ?? '')
}

/** GitHub kills the process 10 s after SIGINT; a hanging request must not prevent the report. */
const GRACE_MS = 6000

async function untilCancelled<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const overdue = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => setTimeout(() => reject(new Cancelled()), GRACE_MS))
  })
  return Promise.race([work, overdue])
}

function announce({ command, service, region, promotion, preview }: Config, file: ConfigFile | undefined, progress: Progress): void {
  if (!IN_AWS.includes(command)) return
  const from = promotion === undefined ? '' : `, from ${promotion.from.environment}`
  progress.info(`${command} ${displayName(service)} in ${region}${from}`)
  if (file !== undefined)
    progress.info(
      `Inputs of the step, over those of ${partWords(file, preview || command === 'sweep' ? PREVIEW_PART : service.environment)}`,
    )
}
