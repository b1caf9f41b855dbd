import type { DeployPlan } from '../../domain/plan/deploy-plan.ts'
import { versionOf } from '../../domain/version/version.ts'
import { costJson } from '../rows/cost-words.ts'
import { commandJson } from './command.ts'
import { namesJson } from './names.ts'

/**
 * The output `plan`; docs/plan.md describes it. It contains no value of a variable and no account id: if one is masked in the log, GitHub drops the
 * whole output.
 */
export function planJson(plan: DeployPlan): string {
  const { service, region, verdict, refusals, hosts, resources, cost, image, release, live, configuration, secrets, data, proxy, asked } =
    plan
  return JSON.stringify({
    schema: 1,
    service: service.name,
    environment: service.environment,
    region,
    verdict,
    refusals: refusals.map(({ reason }) => reason),
    hosts: hosts.kind === 'refuse' ? [] : hosts.plans.map((plan) => ({ action: plan.kind, id: 'host' in plan ? plan.host.id : '' })),
    resources: resources.map(({ action, what }) => ({ action, what })),
    cost: cost === undefined ? null : costJson(cost),
    image: { ...image },
    release: {
      name: release.name,
      commit: release.commit,
      version: versionOf(release),
      migration: release.migration,
      relation: release.relation ?? 'unknown',
      commits: release.commits.length,
    },
    promotion: release.verified ?? null,
    drift: asked.kind === 'asked' ? asked.drift : null,
    live: live ? { release: live.release, version: versionOf(live), commit: live.commit, digest: live.digest } : null,
    configuration,
    secretVersions: { changed: secrets.changed, unknown: secrets.unknown.map(({ name }) => name) },
    ...namesJson(plan),
    data,
    releaseCommand: commandJson(plan),
    proxy: proxy.kind,
  })
}
