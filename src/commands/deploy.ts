import type { Context } from '../context.ts'
import { cautionsOf } from '../domain/plan/cautions.ts'
import { releaseOf } from '../domain/release/wanted.ts'
import type { Specification } from '../domain/release/spec.ts'
import type { Wanted } from '../domain/release/wanted.ts'
import { releaseNotes } from '../report/release-notes.ts'
import { writeNotes } from '../steps/version/write-notes.ts'
import { failureOf, noneFailed } from '../domain/rollout/result.ts'
import type { HostResult } from '../domain/rollout/result.ts'
import type { Report } from '../report/parts/report.ts'
import { assertNotRefused } from '../errors.ts'
import { assertApprovedPlan } from '../steps/snapshot/approval.ts'
import { pointAfterRelease } from '../steps/dns/release-names.ts'
import { zonesOfNames } from '../domain/dns/batch.ts'
import { revert } from '../steps/rollout/revert.ts'
import { atStake } from '../steps/hosts/ending.ts'
import { deployReport } from '../report/pages/deploy.ts'
import type { Deployed } from '../report/pages/deploy.ts'
import { recordDeploy } from '../steps/record/record-deploy.ts'
import { newAttempt, recordFailure } from '../steps/record/record-release.ts'
import { applicable } from '../steps/hosts/hosts-snapshot.ts'
import type { ApplicableHosts } from '../steps/hosts/hosts-snapshot.ts'
import type { PreparedHosts } from '../steps/hosts/prepare-hosts.ts'
import { closeOpened, closePorts } from '../steps/dns/follow-ports.ts'
import { assertOpenRequest } from '../steps/snapshot/open-request.ts'
import { assertInvited } from '../steps/snapshot/invitation.ts'
import { warnOutsideSchedule } from '../steps/power/power.ts'
import { keepSize } from '../steps/hosts/same-size.ts'
import { fittedTo, wantedByInputs } from '../steps/orders/wanted.ts'
import { prepareRelease } from '../steps/rollout/prepare-release.ts'
import { alarmFailure, withAlarms } from '../steps/rollout/alarm-watch.ts'
import { releaseOnHosts } from '../steps/rollout/release-on-hosts.ts'
import type { Releasing } from '../steps/rollout/release-on-hosts.ts'
import { finishReplacements } from '../steps/hosts/replace.ts'
import { isLive, snapshotDeploy } from '../steps/snapshot/deploy-snapshot.ts'
import { refuseData } from '../steps/snapshot/refuse-data.ts'
import type { DeploySnapshot, FindWanted } from '../steps/snapshot/deploy-snapshot.ts'
import { countOf } from '../domain/host/host.ts'
import type { Host } from '../domain/host/host.ts'
import type { Purpose } from '../steps/lease/acquire-lease.ts'
import { commitTime } from '../steps/record/commit-time.ts'
import { startOf } from '../steps/record/deployment-start.ts'
import { withLease } from '../steps/lease/with-lease.ts'

/** Brings the service to the current commit. */
export async function deploy(ctx: Context): Promise<Report> {
  return deployWanted(ctx, ctx.config.spec, () => wantedByInputs(ctx))
}

/** Deploys what `find` finds, which has the specification `spec`: looks, builds and provisions in parallel, sends one command to the hosts, records the
 * result. */
export async function deployWanted(asked: Context, spec: Specification, find: FindWanted): Promise<Report> {
  const ctx = await keepSize(fittedTo(asked, spec))
  const snapshot = await ctx.progress.step('Check what is live', () => snapshotDeployable(ctx, find))
  await assertInvited(ctx, snapshot)
  for (const line of cautionsOf(snapshot.wanted.spec)) ctx.progress.warn(line)
  warnOutsideSchedule(ctx)
  // Nothing needs to be built, launched or changed, so no other run can be in the way: the hosts decide.
  const live = isLive(ctx, snapshot)
    ? await deployFrom({ ...ctx, token: snapshot.record?.token ?? 0 }, snapshot, { holding: false })
    : undefined
  if (live && !isOutdated(live.failure)) return live
  return withLease(ctx, purposeOf(snapshot.wanted), async (held, waited) => {
    const fresh =
      waited || live !== undefined || (await isRecordedAnew(held, snapshot))
        ? await held.progress.step('Check again what is live', () => snapshotDeployable(held, async () => snapshot.wanted))
        : snapshot
    return deployFrom(held, fresh, { holding: true })
  })
}

/** Whether a run finished between the snapshot and the lease, such as one that froze the service. */
async function isRecordedAnew({ records, config }: Context, { record }: DeployableSnapshot): Promise<boolean> {
  return (await records.read(config.service))?.version !== record?.version
}

/** An image given by the input `image` does not show which commit it contains. */
function purposeOf({ kind, commit }: Wanted): Purpose {
  return { commit: kind === 'given' ? '' : commit }
}

/** Another run changed the hosts after the snapshot. */
function isOutdated(failure: { readonly cause?: string | undefined } | undefined): boolean {
  return failure?.cause === 'concurrent-release' || failure?.cause === 'lease-lost'
}

type DeployableSnapshot = ApplicableHosts &
  Pick<DeploySnapshot, 'hostPlan' | 'wanted' | 'comparison' | 'secrets' | 'names' | 'semver' | 'tags' | 'nextVersion'> & {
    readonly image: NonNullable<DeploySnapshot['image']>
  }

/** Takes the snapshot. Refuses whatever `plan` shows as refused, and any plan other than the approved one. */
async function snapshotDeployable(ctx: Context, find: FindWanted): Promise<DeployableSnapshot> {
  await assertOpenRequest(ctx)
  const snapshot = await snapshotDeploy(ctx, find, (hosts, record) => atStake(ctx, hosts, record))
  const plans = applicable(snapshot.hostPlan)
  const [refusal] = snapshot.refusals
  assertNotRefused(refusal)
  assertApprovedPlan(ctx, snapshot)
  for (const name of snapshot.secrets.changed) ctx.progress.info(`${name}: a new version since the last deploy`)
  const { image } = snapshot
  if (!image) throw new Error('A host that is not refused has an image looked for.')
  return { ...snapshot, plans, image }
}

/** `holding`: the run holds the lease, so no other run is working. */
async function deployFrom(ctx: Context, snapshot: DeployableSnapshot, { holding }: { holding: boolean }): Promise<Report> {
  const { progress } = ctx
  const since = ctx.clock.now()
  const { record, wanted, semver } = snapshot
  const { hosts, image, artifact, avoid, vpc } = await progress.step('Prepare image and host', () => prepareRelease(ctx, snapshot, holding))
  assertNotRefused(refuseData(ctx, wanted, { plans: snapshot.plans, image }))
  const release = releaseOf(wanted, image)
  const hostIds = hosts.map(({ id }) => id)
  const announce = (): void => ctx.deployment.start(startOf(ctx, { ...release, semver }, since))
  if (holding && record?.release !== release.name) announce()
  const { results, watch, alarms } = await progress.step(
    `Release ${release.name} on ${countOf(hostIds)}`,
    () => releaseUnderAlarms(ctx, { hostIds, wanted, image, record, avoid, vpc, holding }),
    (released) => noneFailed(released.results),
  )
  const deployed = { hosts, release, results, watch, snapshot }
  const failed = failureOf(results) ?? alarmFailure(ctx, { release: release.name, record, results }, alarms.active())
  if (holding && results.some(({ outcome }) => outcome !== 'unchanged')) announce()
  if (!holding && isOutdated(failed)) return deployReport(ctx.config, deployed)
  if (failed) return revertDeploy(ctx, deployed, { failed, avoid, since })
  await closePorts(ctx, record)
  await recordDeploy(ctx, { ...deployed, wanted, semver, record, image, artifact, since, zones: zonesOfNames(snapshot.names.steps) })
  const report = deployReport(ctx.config, { ...deployed, hosts: await follow(ctx, snapshot, hosts) })
  if (ctx.config.versioning.notes) await progress.step('Write the release notes', () => note(ctx, deployed, report))
  return report
}

/** A run that changed nothing only writes notes that an earlier run could not write: existing ones stay. */
async function note(ctx: Context, { release, snapshot }: Deployed, { outcome }: Report): Promise<void> {
  const { record, semver } = snapshot
  const isNew = outcome === 'deployed'
  const comparison = await ctx.commits.compare((isNew ? record?.commit : record?.previousCommit) ?? '', release.commit)
  const section = releaseNotes(ctx.config, { release, record, isNew, comparison, now: ctx.clock.now() })
  await writeNotes(ctx, { semver, commit: release.commit, section, keep: !isNew })
}

function releaseUnderAlarms(ctx: Context, releasing: Omit<Releasing, 'alarms'>) {
  return withAlarms(ctx, async (alarms) => ({ ...(await releaseOnHosts(ctx, { ...releasing, alarms })), alarms }))
}

/** Once the release serves: routes visitors to all of its hosts, and only to those. Returns the hosts afterwards. */
async function follow(ctx: Context, snapshot: DeployableSnapshot, hosts: readonly Host[]): Promise<readonly Host[]> {
  const { plans, record } = snapshot
  const rename = (live: readonly Host[]): Promise<number> => pointAfterRelease(ctx, snapshot, live)
  if (plans.some(({ kind }) => kind === 'replace'))
    return ctx.progress.step('Move to the new host', () => finishReplacements(ctx, { plans, hosts, record }, rename))
  await rename(hosts)
  return hosts
}

interface GivenUp extends Pick<PreparedHosts, 'avoid'> {
  readonly failed: HostResult
  readonly since: number
}

/** Takes the release back from the hosts that accepted it, and records the attempt. */
async function revertDeploy(ctx: Context, deployed: Deployed, { failed, avoid, since }: GivenUp): Promise<Report> {
  const { release, results, snapshot } = deployed
  const after = await revert(ctx, { release: release.name, record: snapshot.record, results, avoid })
  const report = deployReport(ctx.config, { ...deployed, results: after }, asIsNow(failed, after))
  if (failed.cause === 'concurrent-release') return report
  await closeOpened(ctx, snapshot.record, after)
  const { outcome } = report
  const { name, commit } = release
  const { semver } = snapshot
  const tried = { release: name, commit, semver, outcome, cause: failed.cause ?? '', since, results: after }
  const attempt = newAttempt(ctx, { ...tried, ...(await commitTime(ctx, commit)) })
  await recordFailure(ctx, snapshot.record, attempt)
  return report
}

/** The failure, with the live release of its host after the revert. */
function asIsNow(failed: HostResult, after: readonly HostResult[]): HostResult {
  const { serving, servingRelease, looked } = after.find(({ hostId }) => hostId === failed.hostId) ?? failed
  return { ...failed, serving, servingRelease, looked }
}
