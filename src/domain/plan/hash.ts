import { createHash } from 'node:crypto'
import type { PlanFacts, PlannedImage, WantedRelease } from './facts.ts'
import type { VolumeData } from '../data/split-data.ts'
import type { HostSpec } from '../host/host.ts'
import type { HostPlan } from '../host/host-plan.ts'
import { hostWords, imageWords } from './facts-text.ts'
import type { NameStep } from '../dns/name-step.ts'
import { stepWords } from '../dns/step-words.ts'
import { identityOf, proxyPartOf } from '../release/spec.ts'
import { shortCommit } from '../commits.ts'

/** The parts after `v1`, in order. The last one is the name of the live release, or `none`. */
const PARTS = ['host', 'image', 'release', 'configuration', 'names', 'live'] as const
type Parts = Readonly<Record<(typeof PARTS)[number], string>>

/**
 * The approved plan as one short word: `v1.<host>.<image>.<release>.<configuration>.<names>.<live>`. One part for each thing that can change
 * between a plan and its deploy, so that the deploy can say which one did.
 */
export function planHash(facts: PlanFacts): string {
  const parts = partsOf(facts)
  return ['v1', ...PARTS.map((name) => parts[name])].join('.')
}

/** What has changed since the plan was approved, a sentence each; empty if nothing has. */
export function changesSince(approved: string, facts: PlanFacts): readonly string[] {
  const [, ...then] = approved.split('.')
  const now = [facts, builtSince(facts)].map(partsOf)
  return PARTS.flatMap((name, at) => (now.some((parts) => then[at] === parts[name]) ? [] : [sentence(name, then[at] ?? '', facts)]))
}

/** The plan before the image was built: whoever approved a build also approved its result. */
function builtSince(facts: PlanFacts): PlanFacts {
  const { image } = facts
  return image.kind === 'tagged' ? { ...facts, image: { ...image, kind: 'build', newRepository: false } } : facts
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

/** The inputs define a host to launch; the plan is the same whether its role and group exist already. */
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

/** An existing image counts by its digest: its tag can move in a repository that somebody created by hand. */
function imageIdentity(image: PlannedImage): readonly unknown[] {
  switch (image.kind) {
    case 'given':
      return [image.name, image.digest]
    case 'tagged':
      return [image.repository, image.tag, image.digest]
    // The same plan, even if another run has already copied it.
    case 'promoted':
    case 'copy':
      return ['promoted', image.digest]
    case 'build':
      // A repeated run would have another number, because a rebuild takes the next one.
      return image.rebuilds === undefined ? [image.repository, image.tag] : [image.repository, image.rebuilds, 'again']
    case 'unknown':
      return []
  }
}

/** Where a name leads, and in which zone. The plan is the same whether the record exists already. */
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
  return `the commit: now it is ${shortCommit(commit)}${besides}`
}

function liveWords({ record }: PlanFacts): string {
  return record ? `${record.release} serves, deployed by ${record.actor} in ${record.runUrl}` : 'nothing is recorded'
}
