import * as core from '@actions/core'
import type { Config } from './config/config.ts'
import type { Context } from './context.ts'

/** How every AWS client is made. Adaptive retries slow down under throttling instead of failing. */
interface ClientOptions {
  readonly region: string
  readonly maxAttempts: number
  readonly retryMode: 'adaptive'
  readonly customUserAgent: string
}

type Ports = Omit<Context, 'config' | 'clock' | 'progress' | 'signal' | 'newId'>
type Surroundings = Pick<Context, 'clock' | 'progress'>

/** Builds the adapters. Each loads its AWS client when it is first used, so that a run pays only for the services it talks to. */
export function connect(config: Config, { clock, progress }: Surroundings): Ports {
  const options: ClientOptions = { region: config.region, maxAttempts: 6, retryMode: 'adaptive', customUserAgent: 'docker-to-ec2' }
  const ec2 = once(async () => new (await import('@aws-sdk/client-ec2')).EC2Client(options))
  const ssm = once(async () => new (await import('@aws-sdk/client-ssm')).SSMClient(options))
  const iam = once(async () => new (await import('@aws-sdk/client-iam')).IAMClient(options))
  const ecr = once(async () => new (await import('@aws-sdk/client-ecr')).ECRClient(options))
  const sts = once(async () => new (await import('@aws-sdk/client-sts')).STSClient(options))
  return {
    account: lazy(async () => (await import('./adapters/sts-account.ts')).stsAccount(await sts(), options)),
    hosts: lazy(async () => (await import('./adapters/ec2-hosts.ts')).ec2Hosts(await ec2())),
    catalog: lazy(async () => (await import('./adapters/ec2-catalog.ts')).ec2Catalog(await ec2(), await ssm())),
    networks: lazy(async () => (await import('./adapters/ec2-networks.ts')).ec2Networks(await ec2(), clock)),
    hostRoles: lazy(async () => (await import('./adapters/iam-host-roles.ts')).iamHostRoles(await iam())),
    repositories: lazy(async () => (await import('./adapters/ecr-repositories.ts')).ecrRepositories(await ecr(), { mask: core.setSecret })),
    registry: lazy(async () => (await import('./adapters/http-registry.ts')).httpRegistry(fetch)),
    builder: lazy(async () => (await import('./adapters/docker-builder.ts')).dockerBuilder({ onLine: (line) => progress.info(line) })),
    remote: lazy(async () => {
      const { hostScript } = await import('./adapters/host-scripts.ts')
      const { ssmRemote } = await import('./adapters/ssm-remote.ts')
      return ssmRemote({
        client: await ssm(),
        clock,
        scripts: hostScript,
        saveCommand: (commandId, hostId) => core.saveState('command', JSON.stringify({ commandId, hostId, region: config.region })),
        onWait: (status, sinceMs) => progress.waiting(`the host's work (${status})`, clock.now() - sinceMs),
      })
    }),
    records: lazy(async () => (await import('./adapters/parameter-records.ts')).parameterRecords(await ssm())),
    lease: lazy(async () => (await import('./adapters/parameter-lease.ts')).parameterLease(await ssm())),
    commits: lazy(async () => {
      const { githubCommits } = await import('./adapters/github-commits.ts')
      return githubCommits({ token: config.githubToken, repository: config.job.repository, apiUrl: config.job.apiUrl })
    }),
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

/** A port whose adapter is loaded at the first call. Every method of a port that is loaded like this returns a promise. */
function lazy<Port extends object>(load: () => Promise<Port>): Port {
  const loaded = once(load)
  const method =
    (name: string | symbol) =>
    async (...args: readonly unknown[]): Promise<unknown> => {
      const port = (await loaded()) as Record<string | symbol, (...given: readonly unknown[]) => Promise<unknown>>
      return port[name]?.(...args)
    }
  return new Proxy({} as Port, { get: (_, name) => (name === 'then' ? undefined : method(name)) })
}
