import type { Context } from '../context.ts'
import { explainCause } from '../domain/cause.ts'
import type { Host } from '../domain/host.ts'
import type { Release, ReleaseRecord } from '../domain/release.ts'
import type { DeployResult } from '../domain/remote-result.ts'
import type { Change, Failure, Report } from '../domain/report.ts'

export interface Deployed {
  readonly host: Host
  readonly release: Release
  readonly result: DeployResult
  /** The record as it was before this run. */
  readonly record: ReleaseRecord | undefined
}

/** Tells how the deploy went. Green only if the proxy was seen to serve the digest that was asked for. */
export async function deployReport(ctx: Context, deployed: Deployed): Promise<Report> {
  const { release, result } = deployed
  const proven = result.outcome !== 'failed' && result.serving === release.digest
  return proven ? success(ctx, deployed) : failure(ctx, deployed)
}

async function success(ctx: Context, { host, release, result, record }: Deployed): Promise<Report> {
  const url = urlOf(host, release.httpPort)
  const outcome = result.outcome === 'unchanged' ? 'unchanged' : 'deployed'
  const verb = outcome === 'unchanged' ? 'was already live' : 'is live'
  return {
    outcome,
    headline: `${name(ctx)}: release ${release.name} ${verb} at ${url}`,
    outputs: outputsOf({ host, release, result, url }),
    facts: factsOf(host, release, url),
    ...(outcome === 'deployed' ? { change: await changeOf(ctx, release, record) } : {}),
  }
}

function failure(ctx: Context, { host, release, result }: Deployed): Report {
  const cause = result.cause ?? 'not-serving'
  const explained = explainCause({ ...result, cause, port: release.run.port, healthPath: release.health.path })
  const still = result.serving === '' ? 'Nothing is served.' : `${result.servingRelease || result.serving} serves on.`
  const url = urlOf(host, release.httpPort)
  const failed: Failure = {
    cause,
    sentence: `Release ${release.name} was refused: ${explained.sentence}. ${still}`,
    next: explained.next,
    evidence: result.evidence,
  }
  return {
    outcome: 'failed',
    headline: `${name(ctx)}: ${failed.sentence}`,
    outputs: { ...outputsOf({ host, release, result, url }), cause },
    facts: [
      ['Host', `${host.id} (${host.instanceType})`],
      ['Serving', result.serving === '' ? 'nothing' : `${result.servingRelease} ${result.serving}`],
    ],
    failure: failed,
  }
}

function name({ config }: Context): string {
  return `${config.service.name} (${config.service.environment})`
}

function urlOf(host: Host, port: number): string {
  const address = host.publicIp ?? host.privateIp ?? ''
  return port === 80 ? `http://${address}` : `http://${address}:${port}`
}

function outputsOf({
  host,
  release,
  result,
  url,
}: {
  host: Host
  release: Release
  result: DeployResult
  url: string
}): Record<string, string> {
  return {
    url,
    'instance-id': host.id,
    'public-ip': host.publicIp ?? '',
    image: release.image,
    digest: release.digest,
    release: release.name,
    'previous-release': result.previous,
    'serving-digest': result.serving,
  }
}

function factsOf(host: Host, release: Release, url: string): Report['facts'] {
  return [
    ['Address', url],
    ['Release', release.name],
    ['Digest', release.digest],
    ['Image', release.image],
    ['Host', `${host.id} (${host.instanceType})`],
  ]
}

async function changeOf(ctx: Context, release: Release, record: ReleaseRecord | undefined): Promise<Change> {
  const { job } = ctx.config
  const after = { release: release.name, digest: release.digest, commit: release.commit }
  const repository = `${job.serverUrl}/${job.repository}`
  if (record === undefined || record.commit === release.commit)
    return { before: record && { ...record }, after, compareUrl: undefined, commits: [] }
  const commits = (await ctx.commits.between(record.commit, release.commit)) ?? []
  return {
    before: { release: record.release, digest: record.digest, commit: record.commit },
    after,
    compareUrl: `${repository}/compare/${record.commit}...${release.commit}`,
    commits: commits.map((commit) => ({ ...commit, url: `${repository}/commit/${commit.sha}` })),
  }
}
