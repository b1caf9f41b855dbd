import { dataSteps } from './data-steps.ts'
import type { DataStep } from './data-steps.ts'
import type { SecretChanges } from '../release/secret-changes.ts'
import type { HostPlan, HostsPlan } from '../host/host-plan.ts'
import { resourceSteps } from './infrastructure.ts'
import type { ResourceStep, Surroundings } from './infrastructure.ts'
import type { Refusal } from '../refusal.ts'
import { planHash } from './hash.ts'
import { hostIdsOf } from '../release/record.ts'
import type { ReleaseRecord } from '../release/record.ts'
import type { Service } from '../service.ts'
import { compareFingerprint, fingerprintOf } from '../release/fingerprint.ts'
import type { ConfigurationChange } from '../release/fingerprint.ts'
import type { PlannedImage, WantedRelease, PlanFacts } from './facts.ts'

/** What `deploy` with the same inputs would do now. */
export interface DeployPlan {
  readonly service: Service
  readonly region: string
  readonly verdict: 'changes' | 'unchanged' | 'refused'
  readonly refusals: readonly Refusal[]
  readonly hosts: HostsPlan
  /** Of hosts that are launched. */
  readonly instanceType: string
  readonly resources: readonly ResourceStep[]
  readonly image: PlannedImage
  readonly release: WantedRelease
  /** What serves now. */
  readonly live: ReleaseRecord | undefined
  readonly configuration: ConfigurationChange
  readonly secrets: SecretChanges
  /** Where the service keeps data, and what becomes of it. */
  readonly data: readonly DataStep[]
  readonly proxy: ProxyChange
  /** For the input `plan-hash`; empty where there is nothing to approve. */
  readonly hash: string
}

export interface ProxyChange {
  /** `load`: the service is new on the host. `reload`: the way to it is another one. */
  readonly kind: 'start' | 'load' | 'reload' | 'none' | 'unknown'
  readonly port: number
  /** The image that was asked for: a proxy of it takes over where one of another image serves. */
  readonly image: string | undefined
}

export function planDeploy(facts: PlanFacts, around: Surroundings): DeployPlan {
  const { service, region, hostPlan, spec, record, image, release, configuration, secrets, volumeData } = facts
  const refusals = [...(hostPlan.kind === 'refuse' ? [hostPlan] : []), ...facts.refusals].map(({ reason, next }) => ({ reason, next }))
  const resources = [...resourceSteps({ plan: hostPlan, spec, record, around }), ...repositorySteps(image)]
  const serves = record?.release === release.name && serveAlready(hostPlan, record)
  const unchanged = serves && secrets.changed.length === 0 && resources.every(({ action }) => action === 'keep')
  return {
    service,
    region,
    verdict: refusals.length > 0 ? 'refused' : unchanged ? 'unchanged' : 'changes',
    refusals,
    hosts: hostPlan,
    instanceType: spec.instanceType,
    resources,
    image,
    release,
    live: record,
    configuration: compareFingerprint(record, configuration),
    secrets,
    data: dataSteps({ service, volumes: configuration.volumes, record, hostPlan, volumeData }),
    proxy: proxyChange(facts),
    hash: refusals.length > 0 ? '' : planHash(facts),
  }
}

/** Whether the recorded hosts are those that there are to be. */
function serveAlready(hostPlan: HostsPlan, record: ReleaseRecord): boolean {
  if (hostPlan.kind === 'refuse') return false
  const there = hostPlan.plans.flatMap((plan) => (plan.kind === 'reuse' || plan.kind === 'start' ? [plan.host.id] : []))
  return there.length === hostPlan.plans.length && there.every((id) => hostIdsOf(record).includes(id))
}

function repositorySteps(image: PlannedImage): ResourceStep[] {
  return image.kind === 'build' && image.newRepository ? [{ action: 'create', what: `ECR repository ${image.repository}` }] : []
}

/** Of several hosts, what costs most: the proxies of new ones start by the way. */
function proxyChange(facts: PlanFacts): ProxyChange {
  const { hostPlan, configuration, proxyImage } = facts
  const kinds = hostPlan.kind === 'refuse' ? ['unknown' as const] : hostPlan.plans.map((plan) => proxyChangeOn(plan, facts))
  const kind = (['unknown', 'load', 'reload', 'none'] as const).find((one) => kinds.includes(one)) ?? 'start'
  return { kind, port: configuration['http-port'], image: proxyImage.given ? proxyImage.reference : undefined }
}

function proxyChangeOn(plan: HostPlan, { record, configuration }: PlanFacts): ProxyChange['kind'] {
  if (plan.kind === 'launch' || plan.kind === 'replace') return 'start'
  if (record === undefined || !hostIdsOf(record).includes(plan.host.id)) return 'load'
  const { fingerprint } = record
  const same = fingerprint === undefined || fingerprint.proxy === fingerprintOf(configuration, record.release).proxy
  return same && record.route['http-port'] === configuration['http-port'] ? 'none' : 'reload'
}
