import type { Context } from '../context.ts'
import { explainCause } from '../domain/cause.ts'
import { urlOf } from '../domain/host.ts'
import type { Host } from '../domain/host.ts'
import type { Manifest, ReleaseRecord } from '../domain/release.ts'
import { whatServes } from '../domain/remote-result.ts'
import type { DeployResult } from '../domain/remote-result.ts'
import type { Report } from '../domain/report.ts'
import { rollbackPayload } from '../domain/rollback-payload.ts'
import { DeployError } from '../errors.ts'
import { attemptOf, recordFailure, recordLive } from './keep-record.ts'
import { observe } from './observe.ts'
import { provision } from './provision.ts'
import { runOnHosts } from './run-on-hosts.ts'
import { factsOf, nameOf, outputsOf } from './what-is-live.ts'
import { withLease } from './with-lease.ts'

/** Returns to an earlier verified release, as it was: image, configuration, references to secrets. */
export async function rollback(ctx: Context): Promise<Report> {
  return withLease(ctx, async () => {
    const since = ctx.clock.now()
    const { accountId, plan, record } = await ctx.progress.step('Observe', () => observe(ctx))
    if (plan.kind === 'launch' || plan.kind === 'replace') {
      throw new DeployError('refused', 'there is no release to roll back to: nothing is deployed here', {
        next: 'Check the inputs service, environment and aws-region.',
      })
    }
    const host = await ctx.progress.step('Prepare the host', () => provision(ctx, { accountId, plan, record }))
    const target = ctx.config.release ?? ''
    const result = await ctx.progress.step(`Roll back to ${target || 'the last verified release'} on ${host.id}`, () =>
      orderRollback(ctx, host, record, target),
    )
    return conclude(ctx, { host, record, result, since })
  })
}

/**
 * Without a record, nobody knows what should serve, and the host is not asked to compare. Where the two are apart, because a run was killed between
 * the host's work and the record, the lease tells that nobody else is at work: the host is right.
 */
async function orderRollback(ctx: Context, host: Host, record: ReleaseRecord | undefined, target: string): Promise<DeployResult> {
  const result = await order(ctx, host, { base: record?.release ?? '*', target })
  if (result.cause !== 'moved-on') return result
  const [live = '*'] = result.detail.split(' ')
  ctx.progress.info(`The host serves ${live}, which no run has recorded`)
  return order(ctx, host, { base: live, target })
}

async function order(ctx: Context, host: Host, { base, target }: { base: string; target: string }): Promise<DeployResult> {
  const { config } = ctx
  const payload = rollbackPayload({
    deployId: ctx.newId(),
    service: config.service,
    region: config.region,
    release: target,
    base,
    drainTimeout: config.drainTimeout,
    bake: config.bake,
    keep: config.keepReleases,
  })
  const [result] = await runOnHosts(ctx, { hostIds: [host.id], verb: 'rollback', payload }, target)
  if (result === undefined) throw new Error('SSM gave no answer.')
  return result
}

interface Rolled {
  readonly host: Host
  /** As it was before. */
  readonly record: ReleaseRecord | undefined
  readonly result: DeployResult
  readonly since: number
}

async function conclude(ctx: Context, rolled: Rolled): Promise<Report> {
  const { host, record, result, since } = rolled
  const { manifest } = result
  const proven = result.outcome !== 'failed' && manifest !== undefined && result.serving === manifest.digest
  if (!proven) {
    const cause = result.cause ?? 'not-serving'
    await recordFailure(ctx, record, attemptOf(ctx, { release: ctx.config.release ?? '', commit: '', outcome: 'failed', cause, since }))
    return failure(ctx, rolled)
  }
  const attempt = attemptOf(ctx, { release: manifest.release, commit: manifest.commit, outcome: 'rolled-back', cause: '', since })
  const left = record === undefined || record.release === manifest.release ? {} : { blocked: record.commit }
  await ctx.progress.step('Record the release', () =>
    recordLive(ctx, { manifest, hostId: host.id, previous: result.previous }, { record, attempt, ...left }),
  )
  await warnOfMigrations(ctx, manifest.release)
  return success(ctx, rolled, manifest)
}

/** Data may have been changed in a way that the release does not understand; nothing that a rollback can undo. */
async function warnOfMigrations(ctx: Context, target: string): Promise<void> {
  const history = (await ctx.records.history(ctx.config.service, 100)).slice(1)
  const until = history.findIndex(({ release }) => release === target)
  const passed = [
    ...new Set(
      history
        .slice(0, Math.max(until, 0))
        .filter(({ migration }) => migration)
        .map(({ release }) => release),
    ),
  ]
  if (passed.length > 0)
    ctx.progress.warn(`Rolled back past ${passed.join(', ')}, marked as migration: check that ${target} understands the data.`)
}

function success(ctx: Context, { host, result }: Rolled, manifest: Manifest): Report {
  const placed = { host, result, release: { ...manifest, name: manifest.release } }
  return {
    outcome: result.outcome === 'unchanged' ? 'unchanged' : 'rolled-back',
    headline: `${nameOf(ctx)}: release ${manifest.release} serves again at ${urlOf(host, manifest.httpPort)}`,
    outputs: outputsOf(placed),
    facts: [...factsOf(placed), ['Rolled back from', result.previous]],
  }
}

function failure(ctx: Context, { host, result }: Rolled): Report {
  const { run, health } = ctx.config
  const cause = result.cause ?? 'not-serving'
  const explained = explainCause({ ...result, cause, port: run.port, healthPath: health.path })
  const sentence = `The rollback failed: ${explained.sentence}. ${whatServes(result)}`
  return {
    outcome: 'failed',
    headline: `${nameOf(ctx)}: ${sentence}`,
    outputs: { cause, 'instance-id': host.id, 'serving-digest': result.serving, 'previous-release': result.previous },
    facts: [['Host', `${host.id} (${host.instanceType})`]],
    failure: { cause, sentence, next: explained.next, evidence: result.evidence },
  }
}
