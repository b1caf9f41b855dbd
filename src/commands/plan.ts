import { runUrl } from '../config/job.ts'
import type { Context } from '../context.ts'
import { cautionsOf } from '../domain/plan/cautions.ts'
import { planDeploy, planRefusedPromotion } from '../domain/plan/deploy-plan.ts'
import type { RiskEvidence } from '../domain/plan/evidence.ts'
import type { DeployPlan } from '../domain/plan/deploy-plan.ts'
import { needsLaunch, subnetsTaken } from '../domain/host/host-plan.ts'
import type { HostPlan } from '../domain/host/host-plan.ts'
import { hostIdsOf } from '../domain/release/record.ts'
import type { ReleaseRecord } from '../domain/release/record.ts'
import type { Specification } from '../domain/release/spec.ts'
import type { Surroundings } from '../domain/plan/infrastructure.ts'
import { commentMarker, renderComment } from '../report/plan/comment.ts'
import { planReport } from '../report/pages/plan.ts'
import { planLines } from '../report/plan/log.ts'
import type { Report } from '../report/parts/report.ts'
import type { Refused } from '../domain/refusal.ts'
import type { Service } from '../domain/service.ts'
import { spread } from '../domain/host/spread.ts'
import { planFacts, refusedFacts } from '../steps/snapshot/approval.ts'
import { plannedStakes } from '../steps/hosts/ending.ts'
import { snapshotHosts } from '../steps/hosts/hosts-snapshot.ts'
import type { HostsSnapshot } from '../steps/hosts/hosts-snapshot.ts'
import { fittedTo, wantedByInputs } from '../steps/orders/wanted.ts'
import { putComment } from '../steps/record/put-comment.ts'
import { findPromotion } from '../steps/record/find-promotion.ts'
import { askForStatus } from '../steps/orders/ask-for-status.ts'
import { machineImage } from '../steps/hosts/launch.ts'
import { estimateAfter } from '../steps/cost/estimate-cost.ts'
import { warnOutsideSchedule } from '../steps/power/power.ts'
import { keepSize } from '../steps/hosts/same-size.ts'
import { snapshotDeploy } from '../steps/snapshot/deploy-snapshot.ts'
import type { FindWanted } from '../steps/snapshot/deploy-snapshot.ts'

/** Shows what `deploy` or `promote` with the same inputs would do, and changes nothing. */
export async function plan(ctx: Context): Promise<Report> {
  const { promotion } = ctx.config
  if (promotion === undefined) return planWanted(ctx, ctx.config.spec, () => wantedByInputs(ctx))
  const found = await findPromotion(ctx, promotion)
  if (found.kind === 'refuse') return planRefusal(ctx, promotion.from, found)
  return planWanted(ctx, found.spec, async () => found)
}

/** The plan for what `find` finds, which has the specification `spec`. */
export async function planWanted(asked: Context, spec: Specification, find: FindWanted): Promise<Report> {
  const ctx = await keepSize(fittedTo(asked, spec))
  return shown(ctx, async () => {
    const snapshot = await snapshotDeploy(ctx, find, (hosts, record) => plannedStakes(ctx, hosts, record))
    for (const line of cautionsOf(snapshot.wanted.spec)) ctx.progress.warn(line)
    warnOutsideSchedule(ctx)
    return planDeploy(planFacts(ctx, snapshot), await surroundings(ctx, snapshot))
  })
}

/** Shows why the promotion is refused, and the hosts. */
async function planRefusal(asked: Context, from: Service, refusal: Refused): Promise<Report> {
  const ctx = await keepSize(asked)
  return shown(ctx, async () => {
    const snapshot = await snapshotHosts(ctx)
    return planRefusedPromotion(refusedFacts(ctx, snapshot, { from, refusal }), await surroundings(ctx, snapshot))
  })
}

async function shown(ctx: Context, make: () => Promise<DeployPlan>): Promise<Report> {
  const { progress } = ctx
  const planned = await progress.step('Check what is live', make)
  for (const line of planLines(planned)) progress.info(line)
  if (ctx.config.planComment) await progress.step('Comment on the pull request', () => comment(ctx, planned))
  return planReport(planned)
}

/** Also checks that hosts could be launched: that subnets and machine image exist, and fit. */
async function surroundings(ctx: Context, { hostPlan, record }: HostsSnapshot): Promise<Surroundings> {
  const { service, region, host } = ctx.config
  const plans = hostPlan.kind === 'hosts' ? hostPlan.plans : []
  const launches = plans.some(needsLaunch)
  const [hosts, launch, hostRole, evidence, cost] = await Promise.all([
    askServing(ctx, plans, record),
    launches ? launchSite(ctx, plans) : undefined,
    launches ? ctx.hostRoles.find(service, region) : undefined,
    record === undefined ? undefined : riskEvidence(ctx),
    plans.length === 0 ? undefined : estimateAfter(ctx, plans),
  ])
  const [kept] = plans.flatMap((plan) => ('host' in plan ? [plan.host] : []))
  const own = await ctx.networks.own(service, { vpcId: launch?.vpcId ?? kept?.vpcId, ports: host.ports })
  return { hosts, cost, hostRole, ...own, launch, ...(evidence && { evidence }) }
}

/** How many past runs the approver sees. */
const LAST_RUNS = 10

/** Leaves out history that cannot be read: the plan is valid without it. */
async function riskEvidence({ records, config }: Context): Promise<RiskEvidence> {
  const history = await records.history(config.service, LAST_RUNS).catch(() => [])
  const attempts = history.map(({ attempt }) => attempt)
  return { history: attempts.filter(({ outcome }) => outcome !== 'frozen' && outcome !== 'unfrozen'), canary: config.canary }
}

/** The status of the hosts that should serve the recorded release. */
async function askServing(ctx: Context, plans: readonly HostPlan[], record: ReleaseRecord | undefined): Promise<Surroundings['hosts']> {
  const running = plans.flatMap((plan) => ('host' in plan && plan.host.state === 'running' ? [plan.host.id] : []))
  const serving = hostIdsOf(record).filter((id) => running.includes(id))
  return serving.length === 0 ? undefined : askForStatus(ctx, ctx.config.service, serving)
}

async function launchSite(
  ctx: Context,
  plans: readonly HostPlan[],
): Promise<NonNullable<Surroundings['launch']> & { readonly vpcId: string }> {
  const [{ ami }, all] = await Promise.all([machineImage(ctx), ctx.networks.subnets(ctx.config.host.subnetIds)])
  const subnets = spread(all, subnetsTaken(plans), plans.filter(needsLaunch).length).flatMap(([first]) => first ?? [])
  return { ami, subnets, vpcId: subnets[0]?.vpcId ?? '' }
}

/** If GitHub refuses the comment, the summary still has the plan. */
async function comment(ctx: Context, planned: DeployPlan): Promise<void> {
  const { progress, config } = ctx
  const { job, service } = config
  if (job.pullRequest === undefined) return progress.warn('plan-comment: this run does not belong to a pull request.')
  const marker = commentMarker(service)
  const body = renderComment(planned, runUrl(job))
  const url = await putComment(ctx, { pullRequest: job.pullRequest, marker, body, asked: 'plan-comment' })
  if (url !== undefined) progress.info(`The plan is in ${url}`)
}
