import { changesNothing } from './changes-nothing.ts'
import { commandRun } from './command-run.ts'
import type { CommandRun } from './command-run.ts'
import type { MonthlyCost } from '../cost/month.ts'
import { dataSteps } from './data-steps.ts'
import type { DataStep } from './data-steps.ts'
import type { SecretChanges } from '../release/secret-changes.ts'
import type { NameStep } from '../dns/name-step.ts'
import type { HostPlan, HostsPlan } from '../host/host-plan.ts'
import { driftOf } from '../rollout/drift.ts'
import { requestRate } from '../rollout/host-status.ts'
import type { HostsSeen } from '../rollout/host-status.ts'
import { resourceSteps } from './infrastructure.ts'
import type { ResourceStep, Surroundings } from './infrastructure.ts'
import type { RiskEvidence } from './evidence.ts'
import type { Refusal } from '../refusal.ts'
import { planHash } from './hash.ts'
import { hostIdsOf } from '../release/record.ts'
import type { ReleaseRecord } from '../release/record.ts'
import { isVisited } from '../release/route.ts'
import type { VisitedPlace } from '../release/route.ts'
import { isWorker } from '../release/spec.ts'
import type { Service } from '../service.ts'
import { namesToCertify } from '../dns/wanted-names.ts'
import { replacesProxy } from '../order/cut-over.ts'
import { compareFingerprint, hasSameProxyPart } from '../release/fingerprint.ts'
import type { ConfigurationChange } from '../release/fingerprint.ts'
import type { PlannedImage, WantedRelease, PlanFacts } from './facts.ts'

/** What `deploy` with the same inputs would do now. */
export interface DeployPlan {
  readonly service: Service
  readonly region: string
  readonly verdict: 'changes' | 'unchanged' | 'refused'
  readonly refusals: readonly Refusal[]
  readonly hosts: HostsPlan
  /** Types of the hosts to launch. */
  readonly instanceType: string
  readonly resources: readonly ResourceStep[]
  /** What the hosts cost in a month afterwards; `undefined` if they are refused. */
  readonly cost: MonthlyCost | undefined
  readonly image: PlannedImage
  readonly release: WantedRelease
  /** What serves now. */
  readonly live: ReleaseRecord | undefined
  readonly configuration: ConfigurationChange
  readonly secrets: SecretChanges
  /** What happens to the service's names. */
  readonly names: readonly NameStep[]
  /** Names that need a certificate from an authority, unless a valid one exists. */
  readonly certificates: readonly string[]
  /** Where the service keeps data, and what happens to it. */
  readonly data: readonly DataStep[]
  /** `undefined`: the release has no command, or it does not run. */
  readonly commandRun: CommandRun | undefined
  /** Whether the release has visitors. If the promotion is refused, its release is unknown, and the inputs count. */
  readonly visited: boolean
  readonly proxy: ProxyChange
  /** Whether the hosts were asked, and any drift between them and the record. */
  readonly asked: AskedHosts
  /** For the input `plan-hash`; empty if there is nothing to approve. */
  readonly hash: string
  /** For the approver. */
  readonly evidence: RiskEvidence | undefined
  /** Requests a second; `undefined` if nobody knows. */
  readonly requestRate: number | undefined
}

type AskedHosts =
  | { readonly kind: 'asked'; readonly drift: readonly string[] }
  /** `reason`: empty if nothing serves yet. */
  | { readonly kind: 'record-only'; readonly reason: string }

export type ProxyChange =
  | {
      /** `load`: the service is new on the host. `replace`: the run asks for another image. `reload`: the service's route changes. */
      readonly kind: 'start' | 'load' | 'replace' | 'reload' | 'none'
      readonly port: number
      /** The requested image: its proxy replaces one with another image. */
      readonly image: string | undefined
    }
  /** `drop`: the service becomes a worker, so its route goes. `unused`: it is one. `unknown`: the host, or the promotion, is refused. */
  | { readonly kind: 'drop' | 'unused' | 'unknown' }

/** What a deploy would do, refusals included. `around`: what only a plan needs to know. */
export function planDeploy(facts: PlanFacts, around: Surroundings): DeployPlan {
  const { service, region, hostPlan, spec, record, image, release, configuration, secrets, names, volumeData } = facts
  const refusals = [...(hostPlan.kind === 'refuse' ? [hostPlan] : []), ...facts.refusals].map(({ code, reason, hint }) => ({
    ...(code && { code }),
    reason,
    hint,
  }))
  const resources = [...resourceSteps({ plan: hostPlan, spec, record, around }), ...repositorySteps(image)]
  const asked = askedHosts(record, around.hosts)
  const drift = asked.kind === 'asked' ? asked.drift : []
  const compared = { hostPlan, spec, record, release: release.name, configuration, secrets, names, drift, proxyImage: facts.proxyImage }
  const unchanged = !isBrought(image) && changesNothing(compared)
  const verdict = refusals.length > 0 ? 'refused' : unchanged ? 'unchanged' : 'changes'
  return {
    service,
    region,
    verdict,
    refusals,
    hosts: hostPlan,
    instanceType: spec.instanceType,
    resources,
    cost: around.cost,
    image,
    release,
    live: record,
    configuration: compareFingerprint(record, configuration),
    secrets,
    names,
    certificates: namesToCertify(configuration, record),
    data: dataSteps({ service, volumes: configuration.volumes, record, hostPlan, volumeData }),
    commandRun: verdict === 'changes' ? commandRun(facts, around.hosts) : undefined,
    visited: !isWorker(configuration),
    proxy: proxyChange(facts),
    asked,
    hash: refusals.length > 0 ? '' : planHash(facts),
    evidence: around.evidence,
    requestRate: requestRate(around.hosts),
  }
}

/** For a promotion that its source refuses: the hosts as they are, without a release. */
export function planRefusedPromotion(facts: PlanFacts, around: Surroundings): DeployPlan {
  const plan = planDeploy(facts, around)
  return { ...plan, configuration: { kind: 'unknown' }, data: [], proxy: { kind: 'unknown' } }
}

function askedHosts(record: ReleaseRecord | undefined, seen: HostsSeen | undefined): AskedHosts {
  if (seen?.kind !== 'asked') return { kind: 'record-only', reason: seen?.reason ?? '' }
  const views = seen.hosts.map(({ hostId, status }) => ({ hostId, status: status ?? { release: '', serving: '', drift: [] } }))
  return { kind: 'asked', drift: driftOf(record, views) }
}

/** Whether the image is still to be built or copied. */
function isBrought(image: PlannedImage): image is Extract<PlannedImage, { kind: 'build' | 'copy' }> {
  return image.kind === 'build' || image.kind === 'copy'
}

function repositorySteps(image: PlannedImage): ResourceStep[] {
  return isBrought(image) && image.newRepository ? [{ action: 'create', what: `ECR repository ${image.repository}` }] : []
}

/** The most expensive change of several hosts: the proxies of new hosts start in the meantime. */
function proxyChange(facts: PlanFacts): ProxyChange {
  const { hostPlan, configuration, proxyImage } = facts
  if (isWorker(configuration) && routeOf(facts.record) === undefined) return { kind: 'unused' }
  if (hostPlan.kind === 'refuse') return { kind: 'unknown' }
  const { plans } = hostPlan
  if (isWorker(configuration)) return { kind: plans.some((plan) => routeOn(plan, facts) !== undefined) ? 'drop' : 'unused' }
  const kinds = plans.map((plan) => proxyChangeOn(plan, facts))
  const kind = (['load', 'replace', 'reload', 'none'] as const).find((one) => kinds.includes(one)) ?? 'start'
  return { kind, port: configuration['http-port'], image: proxyImage.given ? proxyImage.reference : undefined }
}

function proxyChangeOn(plan: HostPlan, facts: PlanFacts) {
  if (plan.kind === 'launch' || plan.kind === 'replace') return 'start'
  const { record, configuration, proxyImage } = facts
  const route = routeOn(plan, facts)
  if (record === undefined || route === undefined) return 'load'
  if (replacesProxy(record, proxyImage)) return 'replace'
  return hasSameProxyPart(record, configuration) && route['http-port'] === configuration['http-port'] ? 'none' : 'reload'
}

/** The route that the proxy of a host has for the service. */
function routeOn(plan: HostPlan, { record }: PlanFacts): VisitedPlace | undefined {
  if (plan.kind === 'launch' || plan.kind === 'replace' || record === undefined || !hostIdsOf(record).includes(plan.host.id))
    return undefined
  return routeOf(record)
}

/** The route of the recorded release. */
function routeOf(record: ReleaseRecord | undefined): VisitedPlace | undefined {
  return record !== undefined && isVisited(record.route) ? record.route : undefined
}
