import { shortCommit } from '../../domain/commits.ts'
import type { DeployPlan } from '../../domain/plan/deploy-plan.ts'
import { hostWords } from '../../domain/plan/facts-text.ts'
import { isChange } from '../../domain/dns/name-step.ts'
import { displayName } from '../../domain/service.ts'

/** One sentence of one line: what `deploy` or `promote` would do. The rows of the plan have the image. */
export function headlineOf(plan: DeployPlan): string {
  const { service, verdict, refusals, release } = plan
  const would = `${displayName(service)}: ${release.verified ? 'promote' : 'deploy'} would`
  if (verdict === 'refused') return `${would} refuse: ${refusals[0]?.reason ?? ''}`
  if (verdict === 'unchanged') return `${would} change nothing; release ${release.name} is live`
  const steps = hostSteps(plan)
  return `${would} ${steps.join(', ')}${steps.length > 0 ? ' and ' : ''}${lastStep(plan)}`
}

function hostSteps({ hosts, instanceType }: DeployPlan): string[] {
  const reused = hosts.kind === 'hosts' && hosts.plans.every(({ kind }) => kind === 'reuse')
  return reused ? [] : [hostWords(hosts, instanceType)]
}

function lastStep({ release, live, asked, names, proxy }: DeployPlan): string {
  const { verified, commit } = release
  const drifted = asked.kind === 'asked' && asked.drift.length > 0
  if (drifted && release.name === live?.release) return `return the hosts to ${release.name}`
  if (proxy.kind === 'replace' && release.name === live?.release) return `replace the proxy by one of ${proxy.image}`
  const renamed = names.filter(isChange)
  if (renamed.length > 0 && release.name !== '' && release.name === live?.release)
    return `change the records of ${renamed.map(({ name }) => name).join(', ')}`
  const what = verified ? `${verified.release} of ${verified.environment}` : `commit ${shortCommit(commit)}`
  return `release ${what}${live ? ` over ${live.release}` : ''}`
}
