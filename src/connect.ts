import type { Config } from './config/config.ts'
import { clientOptions } from './connect/options.ts'
import type { Context } from './context.ts'
import type { Service } from './domain/service.ts'
import { saveState } from './report/runner-file.ts'

type Ports = Omit<Context, 'config' | 'clock' | 'progress' | 'signal' | 'newId'>
type Surroundings = Pick<Context, 'clock' | 'progress'>

/** Builds the adapters. Each loads its AWS client when it is first used, so that a run pays only for the services it talks to. */
export function connect(config: Config, { clock, progress }: Surroundings): Ports {
  const options = clientOptions(config.region)
  const ec2 = once(async () => (await import('./connect/ec2.ts')).connectEc2(options, clock))
  const saveLease = (service: Service, owner: string): void =>
    saveState({ lease: JSON.stringify({ service, owner, region: config.region }) })
  const ssm = once(async () => (await import('./connect/ssm.ts')).connectSsm(options, saveLease))
  return {
    account: lazy(async () => (await import('./connect/sts.ts')).connectSts(options)),
    hosts: lazy(async () => (await ec2()).hosts),
    catalog: lazy(async () => (await import('./adapters/ec2-catalog.ts')).ec2Catalog((await ec2()).client, (await ssm()).client)),
    networks: lazy(async () => (await ec2()).networks),
    hostRoles: lazy(async () => (await import('./connect/iam.ts')).connectIam(options)),
    repositories: lazy(async () => (await import('./connect/ecr.ts')).connectEcr(options)),
    registry: lazy(async () => (await import('./adapters/http-registry.ts')).httpRegistry({ fetch, clock })),
    builder: lazy(async () => (await import('./adapters/docker-builder.ts')).dockerBuilder({ onLine: (line) => progress.info(line) })),
    remote: lazy(async () => {
      const { hostScript } = await import('./adapters/host-scripts.ts')
      return (await ssm()).remote({
        clock,
        scripts: hostScript,
        saveCommand: (commandId, hostIds) => saveState({ command: JSON.stringify({ commandId, hostIds, region: config.region }) }),
        onWait: (status, sinceMs) => progress.waiting(`the host's work (${status})`, clock.now() - sinceMs),
      })
    }),
    records: lazy(async () => (await ssm()).records),
    lease: lazy(async () => (await ssm()).lease),
    lastWill: {
      leave: (will) => saveState({ will: JSON.stringify({ ...will, region: config.region }) }),
      revoke: () => saveState({ will: '' }),
    },
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
