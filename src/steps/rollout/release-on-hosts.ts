import type { Context } from '../../context.ts'
import type { PublishedImage } from '../../domain/image/image.ts'
import { nameOf } from '../../domain/release/wanted.ts'
import type { Wanted } from '../../domain/release/wanted.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import type { HostResult } from '../../domain/rollout/result.ts'
import type { DeployOrder } from '../../domain/order/deploy-order.ts'
import { resultOf } from '../hosts/host-result.ts'
import { assertNoConcurrentRelease } from '../snapshot/approval.ts'
import type { AlarmWatch } from './alarm-watch.ts'
import { revert } from './revert.ts'
import { runCanary } from './canary.ts'
import type { CanaryEnd } from './canary.ts'
import { assertNotOlder } from '../snapshot/commit-order.ts'
import { releaseOrder } from '../orders/release-order.ts'
import { stopBakeOnAlarm } from './ask-canary.ts'
import { runOnHosts } from './run-on-hosts.ts'
import type { Dispatch } from './run-on-hosts.ts'

export interface Releasing {
  readonly hostIds: readonly string[]
  readonly wanted: Wanted
  readonly image: PublishedImage
  readonly record: ReleaseRecord | undefined
  /** CIDRs that the containers' network must not overlap. */
  readonly avoid: readonly string[]
  /** CIDRs of the hosts' own network; empty if nothing needs them. */
  readonly vpc: readonly string[]
  /** Whether the run holds the lease: without it, releases that others deployed since the snapshot are only reported. */
  readonly holding: boolean
  readonly alarms: AlarmWatch
}

/** How often the order is sent, if others deployed releases there since the snapshot. */
const ATTEMPTS = 3

/**
 * Sends one command to all hosts, in waves. Repeats it only if another release, not newer than ours, was deployed on some since the snapshot. A run
 * killed between two waves leaves hosts with different releases: each of them is compared.
 */
export async function releaseOnHosts(ctx: Context, releasing: Releasing): Promise<CanaryEnd> {
  const { hostIds, wanted, image, holding } = releasing
  // In waves of one, each attempt can meet one host with another release.
  const attempts = holding ? ATTEMPTS + hostIds.length - 1 : 1
  const bases = [releasing.record?.release ?? '']
  let results: readonly HostResult[] = []
  for (let attempt = 1; ; attempt += 1) {
    const released = await releaseOnce(ctx, releasing, { bases, commandHasRun: hasGoneOn(results) })
    results = mergeResults(results, released.results)
    const moved = movedOn(results)
    if (moved.length === 0 || attempt === attempts) return { results, watch: released.watch }
    try {
      for (const { live, commit, hostId } of moved) {
        ctx.progress.info(`${hostIds.length === 1 ? 'The host' : hostId} now serves ${live}`)
        assertNoConcurrentRelease(ctx, live)
        await assertNotOlder(ctx, wanted.commit, commit)
        bases.push(live)
      }
    } catch (error) {
      await revert(ctx, { release: nameOf(wanted, image.digest), record: releasing.record, results, avoid: releasing.avoid })
      throw error
    }
  }
}

/** Whether an attempt went on to the other hosts, which it does after the release's command. */
function hasGoneOn([, ...others]: readonly HostResult[]): boolean {
  return others.some(({ cause }) => cause !== 'not-started')
}

interface Attempt {
  readonly bases: readonly string[]
  /** The release's command has ended well in an earlier attempt of this run. */
  readonly commandHasRun: boolean
}

/** In waves, or with a canary on all hosts at once: each of them gives it the same share. A run without the lease starts no canary. */
async function releaseOnce(ctx: Context, releasing: Releasing, { bases, commandHasRun }: Attempt): Promise<CanaryEnd> {
  const { hostIds, wanted, image, record: live, holding, alarms } = releasing
  const { canary, maxConcurrency } = ctx.config
  const { spec } = wanted
  const id = ctx.newId()
  const release = nameOf(wanted, image.digest)
  const first = releaseOrder(ctx, { ...releasing, id, bases, hosts: hostIds.length })
  const order: DeployOrder = commandHasRun ? { ...first, releaseCommand: 'skip' } : first
  if (!canary || !holding) {
    if (holding) stopBakeOnAlarm(ctx, { id, release, hostIds, live, alarms })
    const results = await sendRelease(ctx, { hostIds, order, concurrency: maxConcurrency, spec, live }, release)
    return { results, watch: undefined }
  }
  const begin = () => sendRelease(ctx, { hostIds, order, continueOnError: true, spec, live }, release)
  const promoting = (promoted: readonly string[]) => stopBakeOnAlarm(ctx, { id, release, hostIds: promoted, live, alarms })
  return runCanary(ctx, { id, release, hostIds, spec: canary, live, alarms, promoting }, begin)
}

/**
 * Sends the order for a release. The release's command runs once: on a single host as a part of the order; otherwise the first host runs it before
 * any of them gets the release. Returns one result a host.
 */
async function sendRelease(
  ctx: Context,
  dispatch: Omit<Dispatch, 'order'> & { readonly order: DeployOrder },
  release: string,
): Promise<readonly HostResult[]> {
  const { hostIds, order } = dispatch
  const [first = '', ...others] = hostIds
  if (order.releaseCommand === 'skip' || others.length === 0) return runOnHosts(ctx, dispatch, release)
  ctx.progress.info(`${first} runs the release command, before any host gets the release`)
  const alone: DeployOrder = { ...order, id: ctx.newId(), releaseCommand: 'only' }
  const ran = await runOnHosts(ctx, { ...dispatch, hostIds: [first], order: alone }, release)
  if (ran.some(({ outcome }) => outcome === 'failed')) return [...ran, ...others.map(notStarted)]
  const rest: DeployOrder = { ...order, releaseCommand: 'skip' }
  return runOnHosts(ctx, { ...dispatch, order: rest }, release)
}

function notStarted(hostId: string): HostResult {
  return resultOf({ hostId, status: 'not-started', stdout: '', stderr: '', commandId: '', seconds: undefined }, undefined)
}

/** A host that the first of two commands changed reports `unchanged` to the second one. */
function mergeResults(earlier: readonly HostResult[], later: readonly HostResult[]): readonly HostResult[] {
  return later.map((result, at) => {
    const before = earlier[at]
    return result.outcome === 'unchanged' && before?.outcome === 'deployed' ? before : result
  })
}

/** The hosts that got another release in the meantime, if nothing else is wrong; because of them, the others have lost their canary. */
function movedOn(results: readonly HostResult[]): readonly { hostId: string; live: string; commit: string }[] {
  const failed = results.filter(({ outcome, cause }) => outcome === 'failed' && cause !== 'not-started' && cause !== 'canary-ended')
  const moved = failed.filter(({ cause }) => cause === 'concurrent-release')
  if (moved.length < failed.length) return []
  return moved.map(({ hostId, detail }) => {
    const [live = '', commit = ''] = detail.split(' ')
    return { hostId, live, commit }
  })
}
