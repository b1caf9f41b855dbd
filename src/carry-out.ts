import { systemClock } from './adapters/clock.ts'
import type { CheckedInputs } from './config/check-inputs.ts'
import { toConfig } from './config/config.ts'
import type { Config } from './config/config.ts'
import { readJob } from './config/events/event.ts'
import type { ConfigFile } from './config/file/config-file.ts'
import { partWords } from './config/file/file-inputs.ts'
import { connect } from './connect.ts'
import type { Context } from './context.ts'
import { IN_AWS } from './domain/command.ts'
import type { RunVariables } from './domain/job.ts'
import { endOf } from './domain/deployment/end.ts'
import { recordedEnd } from './domain/deployment/recorded.ts'
import { PREVIEW_PART } from './domain/preview/preview.ts'
import { displayName } from './domain/service.ts'
import { Cancelled, messageOf } from './errors.ts'
import type { Account } from './ports/account.ts'
import type { DeploymentRecord } from './ports/github/deployments/deployment-record.ts'
import type { Progress } from './ports/github/progress.ts'
import { ofService, reportOfError } from './report/explain.ts'
import { withAdvice } from './report/parts/advice.ts'
import type { Report } from './report/parts/report.ts'
import { checkAccount } from './steps/check-account.ts'
import { leasePermit } from './steps/lease/permit.ts'

const COMMANDS = {
  deploy: async (ctx: Context) => (await import('./commands/deploy.ts')).deploy(ctx),
  preview: async (ctx: Context) => (await import('./commands/preview.ts')).preview(ctx),
  plan: async (ctx: Context) => (await import('./commands/plan.ts')).plan(ctx),
  promote: async (ctx: Context) => (await import('./commands/promote.ts')).promote(ctx),
  rollback: async (ctx: Context) => (await import('./commands/rollback.ts')).rollback(ctx),
  restart: async (ctx: Context) => (await import('./commands/restart.ts')).restart(ctx),
  status: async (ctx: Context) => (await import('./commands/read/status.ts')).status(ctx),
  logs: async (ctx: Context) => (await import('./commands/read/logs.ts')).logs(ctx),
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

interface Run {
  readonly inputs: CheckedInputs
  readonly env: NodeJS.ProcessEnv
  readonly job: RunVariables
  readonly file: ConfigFile | undefined
  readonly progress: Progress
  /** Aborts when the run is cancelled. */
  readonly signal: AbortSignal
}

/** Carries out the command of a run with valid inputs. A run that refuses its inputs does not load this file. */
export async function carryOut({ inputs, env, job, file, progress, signal }: Run): Promise<Report> {
  const config = toConfig(inputs, env, readJob(env, job))
  const clock = systemClock(signal)
  announce(config, file, progress)
  const surroundings = { clock, progress, signal, permit: leasePermit(clock), newId: () => crypto.randomUUID() }
  return untilCancelled(carriedOut(config, surroundings), signal)
}

type Surroundings = Pick<Context, 'clock' | 'progress' | 'signal' | 'newId' | 'permit'>

async function carriedOut(config: Config, surroundings: Surroundings): Promise<Report> {
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
  const [steps, now] = [surroundings.progress.steps(), surroundings.clock.now()]
  await deployment.end(endOf({ command, outcome, cause: outputs['cause'] ?? '', steps, now }), outputs['url'] ?? '')
}

/** GitHub kills the process 10 s after SIGINT; a hanging request must not prevent the report. */
const GRACE_MS = 6000

async function untilCancelled<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const overdue = new Promise<never>((_, reject) => {
    const giveUp = () => setTimeout(() => reject(new Cancelled()), GRACE_MS)
    // No event reports a cancellation before this.
    if (signal.aborted) giveUp()
    else signal.addEventListener('abort', giveUp)
  })
  return Promise.race([work, overdue])
}

function announce({ command, service, region, promotion, preview }: Config, file: ConfigFile | undefined, progress: Progress): void {
  if (!IN_AWS.includes(command)) return
  const from = promotion === undefined ? '' : `, from ${promotion.from.environment}`
  progress.info(`${command} ${displayName(service)} in ${region}${from}`)
  if (file !== undefined)
    progress.info(`Inputs from the step, then from ${partWords(file, preview || command === 'sweep' ? PREVIEW_PART : service.environment)}`)
}
