import type { DeployPlan, ProxyChange } from '../../domain/plan/deploy-plan.ts'
import type { DataStep } from '../../domain/plan/data-steps.ts'
import { hostWords, imageWords } from '../../domain/plan/facts-text.ts'
import type { SecretChanges } from '../../domain/release/secret-changes.ts'
import { volumeWords } from '../../domain/data/volumes.ts'
import { costRows } from '../rows/cost-words.ts'
import { NO_ADDRESS } from '../rows/host-lines.ts'
import { rowIf } from '../parts/rows.ts'
import type { Row } from '../parts/rows.ts'
import { commandWords } from './command.ts'
import { configurationWords } from './configuration.ts'
import { evidenceRows } from './evidence.ts'
import { nameRows } from './names.ts'
import { releaseRows } from './release.ts'
import { resourceCounts } from './resources.ts'

/** The plan at a glance: rows of label and words, the most important ones first. */
export function planRows(plan: DeployPlan): readonly Row[] {
  const infrastructure = ['Infrastructure', infrastructureWords(plan)] as const
  // A release that cannot be obtained has no properties to show.
  if (plan.release.commit === '') return [infrastructure, ...askedRows(plan.asked), ...costOf(plan)]
  return [
    ...releaseRows(plan),
    ...evidenceRows(plan),
    ...rowIf('Runs once before traffic', commandWords(plan.commandRun)),
    ['Configuration', configurationWords(plan.configuration)],
    ...secretRows(plan.secrets),
    ...rowIf('Data', dataWords(plan.data)),
    ['Image', imageWords(plan.image)],
    infrastructure,
    ...askedRows(plan.asked),
    ['Proxy', proxyWords(plan.proxy)],
    ...nameRows(plan),
    ...rowIf('Address and DNS', plan.visited ? addressWords(plan) : ''),
    ...costOf(plan),
  ]
}

function infrastructureWords({ hosts, instanceType, region, resources }: DeployPlan): string {
  if (hosts.kind === 'refuse') return `refused: ${hosts.reason}`
  return `${hostWords(hosts, instanceType)} in ${region}; ${resourceCounts(resources)}`
}

/** Whether the hosts were asked, and any drift between them and the record; none if nothing serves yet. */
function askedRows(asked: DeployPlan['asked']): readonly Row[] {
  if (asked.kind === 'asked') return [['Hosts', asked.drift.join('; ') || 'serve what is recorded']]
  return rowIf('Hosts', asked.reason && `not asked, planned from the record only: ${asked.reason}`)
}

function secretRows({ changed, unknown }: SecretChanges): readonly Row[] {
  const words = [
    ...changed.map((name) => `${name}: a new version since the last deploy; the deploy (or a restart) applies it`),
    ...unknown.map(({ name, reason }) => `${name}: unknown whether it changed since the last deploy: ${reason}`),
  ]
  return rowIf('Secrets', words.join('; '))
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

function proxyWords(proxy: ProxyChange): string {
  switch (proxy.kind) {
    case 'drop':
      return `drops the route of the service (${NO_ADDRESS})`
    case 'unused':
      return `not needed (${NO_ADDRESS})`
    case 'unknown':
      return 'not checked, because the host is refused'
    case 'start':
      return `starts, and listens on port ${proxy.port}${proxy.image === undefined ? '' : `; its image is ${proxy.image}`}`
    case 'load':
      return `listens on port ${proxy.port} for this service, too: starts, or reloads${replacing(proxy)}`
    case 'replace':
      return `a new one takes over, and listens on port ${proxy.port}${replacing(proxy)}`
    case 'reload':
      return `reloads its configuration, and listens on port ${proxy.port}`
    case 'none':
      return 'no reload; the cut-over loses no request'
  }
}

function replacing({ image }: { readonly image: string | undefined }): string {
  return image === undefined ? '' : `; ${image} replaces a proxy of another image`
}

/** If the action does not manage a name's records, its owner must know when to change them. */
function addressWords({ hosts, resources, names }: DeployPlan): string {
  if (hosts.kind === 'refuse') return 'not checked, because the host is refused'
  const added = resources.filter(({ newAddress }) => newAddress === true).length
  const lost = hosts.plans.some((plan) => plan.kind === 'start' && !plan.host.elasticIp)
  if (added === 0 && !lost) return 'stays; your DNS needs no change'
  if (names.length > 0 && names.every(({ action }) => action !== 'elsewhere' && action !== 'leave'))
    return `${added > 1 ? `${added} new ones` : 'a new one'}: the records of domains follow`
  return added > 1 ? `${added} new ones: point your DNS to them` : 'a new one: point your DNS to it'
}

function costOf({ cost }: DeployPlan): readonly Row[] {
  return cost === undefined ? [] : costRows(cost)
}
