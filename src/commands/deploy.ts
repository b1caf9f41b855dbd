import type { Context } from '../context.ts'
import { runUrl } from '../config/job.ts'
import { planHost } from '../domain/host-plan.ts'
import { platformOf } from '../domain/host.ts'
import type { Host } from '../domain/host.ts'
import type { PublishedImage } from '../domain/image.ts'
import { deployPayload } from '../domain/deploy-payload.ts'
import { releaseName } from '../domain/release.ts'
import type { Release, ReleaseRecord } from '../domain/release.ts'
import { parseDeployResult } from '../domain/remote-result.ts'
import type { DeployResult } from '../domain/remote-result.ts'
import type { Report } from '../domain/report.ts'
import { DeployError } from '../errors.ts'
import type { RemoteAnswer } from '../ports/remote.ts'
import { deployReport } from './deploy-report.ts'
import { checkAccount, observeHosts } from './observe.ts'
import { provision } from './provision.ts'
import type { Applicable } from './provision.ts'
import { publish } from './publish.ts'
import { finishReplacement } from './replace.ts'

/** Brings the service to the current commit: observe, plan, build and provision side by side, one command on the host, record. */
export async function deploy(ctx: Context): Promise<Report> {
  const { progress } = ctx
  const { accountId, plan, record } = await progress.step('Observe', () => observe(ctx))
  const { host, image } = await progress.step('Build the image and prepare the host', () => prepare(ctx, { plan, accountId, record }))
  const release = releaseOf(ctx, image)
  const answer = await progress.step(`Release ${release.name} on ${host.id}`, () => releaseOn(ctx, host, release, image))
  const result = resultOf(answer)
  if (result.outcome === 'failed') return deployReport(ctx, { host, release, result, record })
  const recorded = result.outcome === 'unchanged' && record?.release === release.name && record.hostId === host.id
  if (!recorded) await progress.step('Record the release', () => ctx.records.write(recordOf(ctx, { release, host, image, result, record })))
  const live = plan.kind === 'replace' ? await progress.step('Move to the new host', () => finishReplacement(ctx, plan.host, host)) : host
  return deployReport(ctx, { host: live, release, result, record })
}

interface Observed {
  readonly accountId: string
  readonly plan: Applicable
  readonly record: ReleaseRecord | undefined
}

async function observe(ctx: Context): Promise<Observed> {
  const [accountId, observed, record] = await Promise.all([checkAccount(ctx), observeHosts(ctx), ctx.records.read(ctx.config.service)])
  const plan = planHost(ctx.config.host, observed)
  if (plan.kind === 'refuse') throw new DeployError('refused', plan.reason, { next: plan.next })
  ctx.progress.info(
    `Account ${accountId}, ${ctx.config.region}; ${describe(plan)}; ${record ? `${record.release} is recorded as live` : 'no release is recorded yet'}`,
  )
  return { accountId, plan, record }
}

function describe(plan: Applicable): string {
  if (plan.kind === 'launch') return 'no host yet: launch one'
  return plan.kind === 'reuse' ? `host ${plan.host.id}` : `${plan.kind} host ${plan.host.id}`
}

/**
 * Neither waits for the other, and the first failure is the run's. It stops the build, which then takes back its credentials; a cancelled run also
 * lets the request end that is on its way: the next run must see the host that it launched.
 */
async function prepare(ctx: Context, { plan, accountId, record }: Observed): Promise<{ host: Host; image: PublishedImage }> {
  const stop = new AbortController()
  const signal = AbortSignal.any([ctx.signal, stop.signal])
  const architecture =
    plan.kind === 'launch' || plan.kind === 'replace'
      ? await ctx.catalog.architectureOf(ctx.config.host.instanceType)
      : plan.host.architecture
  const provisioned = ctx.progress.step('host', () => provision(ctx, { plan, accountId, record }))
  const published = ctx.progress.step('image', () => publish(ctx, { platform: platformOf(architecture), record, signal }))
  try {
    const [host, image] = await Promise.all([provisioned, published])
    return { host, image }
  } finally {
    stop.abort()
    await Promise.allSettled(ctx.signal.aborted ? [provisioned, published] : [published])
  }
}

function releaseOf({ config }: Context, image: PublishedImage): Release {
  const { job, run, health, host } = config
  const name = releaseName(job.commit, image.digest, run, health, host.httpPort)
  return { name, digest: image.digest, image: image.reference, commit: job.commit, run, health, httpPort: host.httpPort }
}

async function releaseOn(ctx: Context, host: Host, release: Release, image: PublishedImage): Promise<RemoteAnswer> {
  const { config } = ctx
  const order = {
    deployId: ctx.newId(),
    service: config.service,
    region: config.region,
    release,
    image,
    proxyImage: config.proxyImage,
    drainTimeout: config.drainTimeout,
    runUrl: runUrl(config.job),
  }
  const answer = await ctx.remote.run(
    {
      hostId: host.id,
      verb: 'deploy',
      payload: deployPayload(order),
      comment: `docker-to-ec2: deploy ${config.service.name} (${config.service.environment}) ${release.name}`,
      timeout: config.timeout,
    },
    ctx.signal,
  )
  for (const line of answer.stdout.split('\n').slice(1)) ctx.progress.info(line)
  return answer
}

/** A script that was killed has no result to give; then the answer's status is all there is to tell. */
function resultOf(answer: RemoteAnswer): DeployResult {
  const parsed = parseDeployResult(answer.stdout)
  if (parsed) return parsed
  const cause = answer.status === 'timed-out' ? 'command-timed-out' : answer.status === 'undelivered' ? 'agent-offline' : 'script-failed'
  const logs = `${answer.stdout}\n${answer.stderr}`.trim()
  return {
    outcome: 'failed',
    cause,
    previous: '',
    serving: '',
    servingRelease: '',
    exitCode: undefined,
    healthCode: undefined,
    ports: [],
    detail: '',
    evidence: { logs, health: '', host: '' },
    steps: [],
  }
}

interface Recordable {
  readonly release: Release
  readonly host: Host
  readonly image: PublishedImage
  readonly result: DeployResult
  readonly record: ReleaseRecord | undefined
}

function recordOf({ config, clock }: Context, { release, host, image, result, record }: Recordable): ReleaseRecord {
  return {
    schema: 1,
    service: config.service.name,
    environment: config.service.environment,
    release: release.name,
    digest: release.digest,
    image: release.image,
    login: image.login ?? '',
    commit: release.commit,
    previousRelease: result.previous,
    previousCommit: record?.commit ?? '',
    hostId: host.id,
    httpPort: release.httpPort,
    actor: config.job.actor,
    runUrl: runUrl(config.job),
    deployedAt: new Date(clock.now()).toISOString(),
  }
}
