import type { Config } from './config/config.ts'
import { buildPaths } from './config/job.ts'
import { lazy, once } from './connect/lazy.ts'
import { postCleanup } from './connect/post-cleanup.ts'
import { clientOptions } from './connect/options.ts'
import { connectSource } from './connect/promotion-source.ts'
import type { Context } from './context.ts'
import type { Service } from './domain/service.ts'

type Ports = Omit<Context, 'config' | 'clock' | 'progress' | 'signal' | 'newId'>
type Surroundings = Pick<Context, 'clock' | 'progress'>

/** Builds the adapters. Each loads its AWS client when it is first used, so that a run pays only for the services it talks to. */
export function connect(config: Config, { clock, progress }: Surroundings): Ports {
  const options = clientOptions(config.region)
  const ec2 = once(async () => (await import('./connect/ec2.ts')).connectEc2(options, clock))
  const { region } = config
  const saveLease = (service: Service, owner: string): void => postCleanup.note('lease', { service, owner, region })
  const ssm = once(async () => (await import('./connect/ssm.ts')).connectSsm(options, saveLease))
  const github = { token: config.githubToken, repository: config.job.repository, apiUrl: config.job.apiUrl }
  const own = {
    account: lazy(async () => (await import('./connect/sts.ts')).connectSts(options)),
    hosts: lazy(async () => (await ec2()).hosts),
    catalog: lazy(async () => (await import('./adapters/aws/ec2/catalog.ts')).ec2Catalog((await ec2()).client, (await ssm()).client)),
    networks: lazy(async () => (await ec2()).networks),
    vpcs: lazy(async () => (await ec2()).vpcs),
    hostRoles: lazy(async () => (await import('./connect/iam.ts')).connectIam(options)),
    repositories: lazy(async () => (await import('./connect/ecr.ts')).connectEcr(options)),
    registry: lazy(async () => (await import('./adapters/registry/registry.ts')).httpRegistry({ fetch, clock })),
    artifacts: lazy(async () => (await import('./adapters/registry/artifacts.ts')).httpArtifacts({ fetch, clock })),
    builder: lazy(async () =>
      (await import('./adapters/docker/builder.ts')).dockerBuilder({ onLine: (line) => progress.info(line), postCleanup }),
    ),
    checkout: lazy(async () => {
      const paths = buildPaths(config.job, config.image)
      return (await import('./adapters/checkout/checkout.ts')).localCheckout({
        workspace: config.job.workspace,
        ...paths,
        env: process.env,
      })
    }),
    remote: lazy(async () => {
      const { hostProgram } = await import('./adapters/aws/ssm/host-program.ts')
      return (await ssm()).remote({
        clock,
        program: hostProgram,
        saveCommand: (sent) => postCleanup.note('command', { ...sent, region }),
        onWait: (status, sinceMs) => progress.waiting(`the host's work (${status})`, clock.now() - sinceMs),
      })
    }),
    statusQuery: lazy(async () =>
      (await ssm()).statusQuery({
        clock,
        onWait: (status, sinceMs) => progress.waiting(`the hosts' answer (${status})`, clock.now() - sinceMs),
      }),
    ),
    secretVersions: lazy(async () => (await import('./connect/secret-versions.ts')).connectSecretVersions(options, (await ssm()).client)),
    records: lazy(async () => (await ssm()).records),
    lease: lazy(async () => (await ssm()).lease),
    postCleanup,
    commits: lazy(async () => (await import('./adapters/github/commits.ts')).githubCommits(github)),
    comments: lazy(async () => (await import('./adapters/github/comments.ts')).githubComments(github)),
  }
  const { promotion } = config
  const elsewhere = promotion !== undefined && (promotion.role !== undefined || promotion.region !== config.region)
  return { ...own, source: elsewhere ? connectSource(config, promotion, { clock }) : own }
}
