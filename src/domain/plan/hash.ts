import { createHash } from 'node:crypto'
import type { PlanFacts, PlannedImage, WantedRelease } from './facts.ts'
import type { VolumeData } from '../data/split-data.ts'
import type { HostSpec } from '../host/host.ts'
import type { HostPlan } from '../host/host-plan.ts'
import { hostWords, imageWords } from './facts-text.ts'
import type { NameStep } from '../dns/name-step.ts'
import { stepWords } from '../dns/step-words.ts'
import { identityOf, proxyPartOf } from '../release/spec.ts'

/** The parts in their order behind `v1`. The last one is the name of the release that serves, or `none`. */
const PARTS = ['host', 'image', 'release', 'configuration', 'names', 'live'] as const
type Parts = Readonly<Record<(typeof PARTS)[number], string>>

/**
 * What an approval is for, as one short word: `v1.<host>.<image>.<release>.<configuration>.<names>.<live>`. A part for each thing that can change between a plan
 * and its deploy, so that the deploy can say which one did.
 */
export function planHash(facts: PlanFacts): string {
  const parts = partsOf(facts)
  return ['v1', ...PARTS.map((name) => parts[name])].join('.')
}

/** What is other now than when the plan was approved, a sentence each; nothing when it is the same plan. */
export function changesSince(approved: string, facts: PlanFacts): readonly string[] {
  const [, ...then] = approved.split('.')
  const now = partsOf(facts)
  return PARTS.flatMap((name, at) => (then[at] === now[name] ? [] : [sentence(name, then[at] ?? '', facts)]))
}

function partsOf(facts: PlanFacts): Parts {
  const { accountId, region, service, release, record, configuration, proxyImage } = facts
  const place = [accountId, region, service.name, service.environment]
  return {
    host: hash([...place, hostsIdentity(facts)]),
    image: hash([...place, imageIdentity(facts.image)]),
    release: hash([...place, release.commit, release.migration, ...verifiedIdentity(release)]),
    configuration: hash([...place, identityOf(configuration), proxyPartOf(configuration), proxyImage]),
    names: hash([...place, facts.names.map(nameIdentity)]),
    live: record?.release ?? 'none',
  }
}

function hash(identity: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 12)
}

function hostsIdentity({ hostPlan, spec, volumeData }: PlanFacts): readonly unknown[] {
  return hostPlan.kind === 'refuse' ? ['refuse', hostPlan.reason] : hostPlan.plans.map((plan) => hostIdentity(plan, spec, volumeData))
}

/** A host that is launched is what the inputs say; whether its role or group is there already makes no other plan of it. */
function hostIdentity(plan: HostPlan, spec: HostSpec, volumeData: VolumeData): readonly unknown[] {
  switch (plan.kind) {
    case 'launch':
      return ['launch', spec]
    case 'replace':
      return ['replace', plan.host.id, plan.next?.id ?? null, spec, volumeData]
    case 'start':
    case 'reuse':
      return [plan.kind, plan.host.id, plan.host.elasticIp || !spec.elasticIp]
  }
}

/** An image that is built stands under the commit's tag afterwards: it is the same plan whether another run was faster. */
function imageIdentity(image: PlannedImage): readonly unknown[] {
  switch (image.kind) {
    case 'given':
      return [image.name, image.digest]
    case 'tagged':
      return [image.repository, image.tag]
    // The same plan, whether another run has copied it meanwhile.
    case 'promoted':
    case 'copy':
      return ['promoted', image.digest]
    case 'build':
      // The number of a rebuild is the next one, and so another one when the run is repeated.
      return image.rebuilds === undefined ? [image.repository, image.tag] : [image.repository, image.rebuilds, 'again']
    case 'unknown':
      return []
  }
}

/** Where a name is to lead, and in which zone. Whether the record is there already makes no other plan of it. */
function nameIdentity(step: NameStep): readonly unknown[] {
  switch (step.action) {
    case 'create':
    case 'change':
    case 'keep':
      return [step.name, step.zone.id, step.to]
    case 'leave':
      return [step.name, step.zone.id, step.there]
    case 'remove':
      return [step.name, step.zone.id, 'remove']
    case 'elsewhere':
      return [step.name, step.to]
  }
}

function verifiedIdentity({ verified }: WantedRelease): readonly string[] {
  return verified ? [verified.environment, verified.release, verified.digest] : []
}

function sentence(part: keyof Parts, then: string, facts: PlanFacts): string {
  switch (part) {
    case 'host':
      return `the host: now this run would ${hostWords(facts.hostPlan, facts.spec.instanceType)} in ${facts.region} of this account`
    case 'image':
      return `the image: now it is ${imageWords(facts.image)}`
    case 'release':
      return releaseSentence(facts.release)
    case 'configuration':
      return 'the configuration: env, secrets or another input of the container or the proxy has changed'
    case 'names':
      return `the names: now this run would ${facts.names.map(stepWords).join('; ') || 'leave all of them alone'}`
    case 'live':
      return `what serves: approved ${then === 'none' ? 'when nothing served' : `over ${then}`}; now ${liveWords(facts)}`
  }
}

function releaseSentence({ commit, migration, verified }: WantedRelease): string {
  const besides = migration ? ', with a migration' : ''
  if (verified) return `what is promoted: now it is ${verified.release} of ${verified.environment}${besides}`
  return `the commit: now it is ${commit.slice(0, 8)}${besides}`
}

function liveWords({ record }: PlanFacts): string {
  return record ? `${record.release} serves, deployed by ${record.actor} in ${record.runUrl}` : 'nothing is recorded'
}
