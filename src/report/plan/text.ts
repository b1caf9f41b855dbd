import type { DeployPlan, ProxyChange } from '../../domain/plan/deploy-plan.ts'
import type { ResourceStep } from '../../domain/plan/infrastructure.ts'
import type { DataStep } from '../../domain/plan/data-steps.ts'
import type { SecretChanges } from '../../domain/release/secret-changes.ts'
import { volumeWords } from '../../domain/data/volumes.ts'
import { isChange } from '../../domain/dns/name-step.ts'
import { displayName } from '../../domain/service.ts'
import type { ConfigurationChange, InputChange, NameChanges } from '../../domain/release/fingerprint.ts'
import { costRows } from '../parts/cost-words.ts'
import { evidenceRows } from './evidence.ts'
import { nameRows } from './names.ts'
import { hostWords, imageWords } from '../../domain/plan/facts-text.ts'
import { shortCommit } from '../../domain/commits.ts'

/** GitHub's limit of listed commits. */
const COMPARED = 250

/** One sentence: what `deploy` or `promote` would do. */
export function headlineOf(plan: DeployPlan): string {
  const { service, verdict, refusals, release } = plan
  const would = `${displayName(service)}: ${release.verified ? 'promote' : 'deploy'} would`
  if (verdict === 'refused') return `${would} refuse: ${refusals[0]?.reason ?? ''}`
  if (verdict === 'unchanged') return `${would} change nothing; release ${release.name} is live`
  const steps = [...hostSteps(plan), ...imageSteps(plan)]
  return `${would} ${steps.join(', ')}${steps.length > 0 ? ' and ' : ''}${lastStep(plan)}`
}

function hostSteps({ hosts, instanceType }: DeployPlan): string[] {
  const reused = hosts.kind === 'hosts' && hosts.plans.every(({ kind }) => kind === 'reuse')
  return reused ? [] : [hostWords(hosts, instanceType)]
}

function imageSteps({ image }: DeployPlan): string[] {
  if (image.kind === 'copy') return ['copy the image']
  return image.kind === 'build' ? ['build the image'] : []
}

function lastStep({ release, live, asked, names }: DeployPlan): string {
  const { verified, commit } = release
  const drifted = asked.kind === 'asked' && asked.drift.length > 0
  if (drifted && release.name === live?.release) return `return the hosts to ${release.name}`
  const renamed = names.filter(isChange)
  if (renamed.length > 0 && release.name !== '' && release.name === live?.release)
    return `change the records of ${renamed.map(({ name }) => name).join(', ')}`
  const what = verified ? `${verified.release} of ${verified.environment}` : `commit ${shortCommit(commit)}`
  return `release ${what}${live ? ` over ${live.release}` : ''}`
}

/** The plan at a glance: rows of label and words, the most important ones first. */
export function planRows(plan: DeployPlan): (readonly [string, string])[] {
  const infrastructure = ['Infrastructure', infrastructureWords(plan)] as const
  // A release that cannot be obtained has no properties to show.
  if (plan.release.commit === '') return [infrastructure, ...askedRows(plan.asked), ...costOf(plan)]
  return [
    ['Release', releaseWords(plan)],
    ...versionRows(plan.release),
    ...verifiedRows(plan.release),
    ...evidenceRows(plan),
    ['Configuration', configurationWords(plan.configuration)],
    ...secretRows(plan.secrets),
    ...(plan.data.length === 0 ? [] : [['Data', dataWords(plan.data)] as const]),
    ['Image', imageWords(plan.image)],
    infrastructure,
    ...askedRows(plan.asked),
    ['Proxy', proxyWords(plan.proxy)],
    ...nameRows(plan),
    ['Address and DNS', addressWords(plan)],
    ...costOf(plan),
  ]
}

function infrastructureWords({ hosts, instanceType, region, resources }: DeployPlan): string {
  if (hosts.kind === 'refuse') return `refused: ${hosts.reason}`
  return `${hostWords(hosts, instanceType)} in ${region}; ${resourceCounts(resources)}`
}

/** The whole plan for the log. */
export function planLines(plan: DeployPlan): string[] {
  const { commits } = plan.release
  return [
    headlineOf(plan),
    ...planRows(plan).map(([label, words]) => `${label}: ${words}`),
    ...plan.resources.map((step) => `  ${resourceWords(step)}`),
    ...configurationDetails(plan.configuration).map(({ label, names }) => `  ${label}: ${names.join(', ')}`),
    ...commits.map(({ sha, title, author }) => `  ${shortCommit(sha)} ${title} (${author})`),
  ]
}

export function resourceWords({ action, what }: ResourceStep): string {
  return `${action} ${what}`
}

/** The changes in the configuration: names, and those values that may be shown. */
export function configurationDetails(change: ConfigurationChange): { readonly label: string; readonly names: readonly string[] }[] {
  if (change.kind !== 'named') return []
  return [
    ...nameDetails('env', change.env),
    ...nameDetails('secrets', change.secrets),
    { label: 'inputs', names: change.inputs.map(inputWords) },
  ].filter(({ names }) => names.length > 0)
}

function nameDetails(kind: string, changes: NameChanges): { readonly label: string; readonly names: readonly string[] }[] {
  return (['added', 'changed', 'removed'] as const).map((how) => ({ label: `${kind} ${how}`, names: changes[how] }))
}

function inputWords({ name, before, after }: InputChange): string {
  return before === undefined || after === undefined ? name : `${name} ${before || 'none'} → ${after || 'none'}`
}

function resourceCounts(resources: readonly ResourceStep[]): string {
  const counts = (['create', 'change', 'move', 'terminate', 'release'] as const).map((action) => {
    const count = resources.filter((step) => step.action === action).length
    return count === 0 ? [] : [`${count} to ${action}`]
  })
  return counts.flat().join(', ') || 'nothing to create'
}

function versionRows({ semver, nextVersion }: DeployPlan['release']): [string, string][] {
  return [
    ...(semver === undefined ? [] : [['Version', semver] as [string, string]]),
    ...(nextVersion === undefined ? [] : [['Next version', nextVersion] as [string, string]]),
  ]
}

function releaseWords({ release, live, verdict }: DeployPlan): string {
  const commit = `commit ${shortCommit(release.commit)}`
  const migration = release.migration ? ', with a migration' : ''
  if (!live) return `${commit}, the first release${migration}`
  if (verdict === 'unchanged') return `${release.name}, which is already live`
  const since = `${live.release}, deployed by ${live.actor}`
  if (live.commit === release.commit) return `${commit}, which is already live, over ${since}${migration}`
  return `${commit}${relationWords(release)}, over ${since}${migration}`
}

function relationWords({ relation, commits }: DeployPlan['release']): string {
  const count = commits.length === 1 ? '1 commit' : `${commits.length}${commits.length < COMPARED ? '' : ' or more'} commits`
  switch (relation) {
    case 'ahead':
      return `, ${count} newer`
    case 'behind':
      return ', which is older'
    case 'diverged':
      return `, ${count} on another branch`
    default:
      return ''
  }
}

function configurationWords(change: ConfigurationChange): string {
  switch (change.kind) {
    case 'unknown':
      return 'unknown: the record of the live release lacks it'
    case 'unchanged':
      return 'unchanged'
    case 'changed':
      return 'changed; the record had no room for details'
    case 'named':
      return [countWords('env', change.env), countWords('secrets', change.secrets), inputCount(change.inputs)]
        .filter((words) => words !== '')
        .join('; ')
  }
}

function countWords(kind: string, changes: NameChanges): string {
  const counts = (['added', 'changed', 'removed'] as const)
    .filter((how) => changes[how].length > 0)
    .map((how) => `${changes[how].length} ${how}`)
  return counts.length === 0 ? '' : `${kind}: ${counts.join(', ')}`
}

function inputCount(inputs: readonly InputChange[]): string {
  return inputs.length === 0 ? '' : `inputs: ${inputs.length} changed`
}

/** Whether the hosts were asked, and any drift between them and the record; none if nothing serves yet. */
function askedRows(asked: DeployPlan['asked']): [string, string][] {
  if (asked.kind === 'asked') return [['Hosts', asked.drift.join('; ') || 'serve what is recorded']]
  return asked.reason === '' ? [] : [['Hosts', `not asked, planned from the record only: ${asked.reason}`]]
}

/** Where a promoted release comes from. */
function verifiedRows({ verified }: DeployPlan['release']): [string, string][] {
  if (verified === undefined) return []
  const { environment, release, digest, differs } = verified
  return [
    ['Promoted from', `${environment}, where ${release} is verified: ${digest}`],
    [`Different from ${environment}`, differs.join(', ') || 'nothing'],
  ]
}

function secretRows({ changed, unknown }: SecretChanges): [string, string][] {
  const words = [
    ...changed.map((name) => `${name}: a new version since the last deploy; the deploy (or a restart) applies it`),
    ...unknown.map(({ name, reason }) => `${name}: unknown whether it changed since the last deploy: ${reason}`),
  ]
  return words.length === 0 ? [] : [['Secrets', words.join('; ')]]
}

const FATES = {
  new: 'begins empty',
  stays: 'stays',
  separate: 'each host has its own copy',
  discarded: 'is lost with the host',
  gone: 'was lost with a host that no longer exists',
  refused: 'would be lost or split; see volume-data',
} as const satisfies Record<DataStep['fate'], string>

function dataWords(data: readonly DataStep[]): string {
  return data.map(({ fate, ...volume }) => `${volumeWords([volume])} ${FATES[fate]}`).join('; ')
}

function proxyWords({ kind, port, image }: ProxyChange): string {
  const words = changeWords(kind, port)
  if (image === undefined || kind === 'unknown') return words
  return kind === 'start' ? `${words}; its image is ${image}` : `${words}; ${image} replaces a proxy of another image`
}

function changeWords(kind: ProxyChange['kind'], port: number): string {
  switch (kind) {
    case 'start':
      return `starts, and listens on port ${port}`
    case 'load':
      return `listens on port ${port} for this service, too: starts, or reloads`
    case 'reload':
      return `reloads its configuration, and listens on port ${port}`
    case 'none':
      return 'no reload; the cut-over loses no request'
    case 'unknown':
      return 'not checked, because the host is refused'
  }
}

/** If the action does not manage a name's records, its owner must know when to change them. */
function addressWords({ hosts, resources, names }: DeployPlan): string {
  if (hosts.kind === 'refuse') return 'not checked, because the host is refused'
  const added = resources.filter(({ newAddress }) => newAddress === true).length
  const lost = hosts.plans.some((plan) => plan.kind === 'start' && !plan.host.elasticIp)
  if (added === 0 && !lost) return 'stays; your DNS needs no change'
  if (names.length > 0 && names.every(({ action }) => action !== 'elsewhere' && action !== 'leave'))
    return `${added > 1 ? `${added} new ones` : 'a new one'}: the records of domains follow`
  return `${added > 1 ? `${added} new ones` : 'a new one'}: update your DNS`
}

function costOf({ cost }: DeployPlan): [string, string][] {
  return cost === undefined ? [] : costRows(cost)
}
