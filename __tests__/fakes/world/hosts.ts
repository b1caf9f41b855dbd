import { storedPrices } from '../../../src/adapters/prices/stored-prices.ts'
import type { Context } from '../../../src/context.ts'
import type { Agent } from '../../../src/domain/host/agent-diagnosis.ts'
import type { Host, LaunchSpec } from '../../../src/domain/host/host.ts'
import { isOwn } from '../../../src/domain/host/host.ts'
import type { RemoteAnswer } from '../../../src/ports/hosts/remote.ts'
import { aHost, PROGRAM } from '../samples.ts'
import type { World } from '../world.ts'
import { replaceHost } from './change-host.ts'

/** The hosts, and the orders that they get. */
export function hostPorts(
  world: World,
): Pick<Context, 'hosts' | 'catalog' | 'quotas' | 'permissions' | 'prices' | 'hostRoles' | 'statusQuery' | 'remote'> {
  const { done } = world
  return {
    hosts: hostsOf(world),
    catalog: {
      architectureOf: async (type) => (type.includes('g.') ? 'arm64' : 'x86_64'),
      defaultAmi: async (architecture) => `ami-${architecture}`,
      describeAmi: async (ami) => ({ architecture: ami.includes('arm') ? 'arm64' : 'x86_64', rootDevice: '/dev/xvda' }),
    },
    quotas: {
      vcpusOf: async () => 2,
      vcpus: async () => ({ quota: 32, used: 2 }),
      addresses: async () => ({ quota: 5, used: 1 }),
    },
    permissions: {
      launch: async () => ({ action: 'ec2:RunInstances', kind: 'allowed' }),
      createSecurityGroup: async () => ({ action: 'ec2:CreateSecurityGroup', kind: 'allowed' }),
      allocateAddress: async () => ({ action: 'ec2:AllocateAddress', kind: 'allowed' }),
      simulate: async (rights) => rights.map(({ action }) => ({ action, kind: 'allowed' })),
    },
    prices: storedPrices(),
    hostRoles: hostRolesOf(world),
    statusQuery: {
      ask: async (service, hostIds) => {
        done.push(`ask ${hostIds.join(' ')} of ${service.environment}`)
        return world.asked
      },
    },
    remote: remoteOf(world),
  }
}

function hostsOf(world: World): Context['hosts'] {
  const { done, hosts } = world
  return {
    find: async (service) => hosts.filter((host) => isOwn(host, service)),
    get: async (id) => hosts.find((host) => host.id === id),
    volumeSizes: async (volumes) => new Map(volumes.map((volume) => [volume, 16])),
    launch: async (spec) => world.launches.shift() ?? { kind: 'launched', host: launched(world, spec) },
    start: async (id) => {
      done.push(`start ${id}`)
      replaceHost(hosts, id, { state: 'running' })
    },
    stop: async ({ id }) => {
      done.push(`stop ${id}`)
      replaceHost(hosts, id, { state: 'stopped', ...(hosts.find((host) => host.id === id)?.elasticIp ? {} : { publicIp: undefined }) })
    },
    terminate: async ({ id }) => {
      done.push(`terminate ${id}`)
      const at = hosts.findIndex((host) => host.id === id)
      if (at >= 0) hosts.splice(at, 1)
    },
    state: async (id) => {
      if (hosts.find((host) => host.id === id)?.state === 'pending') replaceHost(hosts, id, { state: 'running' })
      return hosts.find((host) => host.id === id)?.state ?? 'terminated'
    },
    whyEnded: async () => '',
  }
}

function hostRolesOf(world: World): Context['hostRoles'] {
  const { done } = world
  return {
    ensure: async ({ repositories }) => {
      done.push(`role for ${repositories.join(' ')}`)
      return { profile: 'own-profile', lacks: [] }
    },
    find: async () => undefined,
    remove: async () => ['role own'],
  }
}

function remoteOf(world: World): Context['remote'] {
  const { done } = world
  return {
    agents: async (ids): Promise<Agent[]> => {
      const kind = (world.agentNeeds -= 1) < 0 ? 'online' : 'unknown'
      return ids.map(() => ({ kind }))
    },
    run: async (command) => {
      world.sent.push(command)
      done.push(`${command.order.verb} on ${command.hostIds.join(' ')}`)
      return command.hostIds.map((hostId) => {
        return { ...answered(hostId), ...world.answer(command, hostId) }
      })
    },
    program: async () => PROGRAM,
    bring: async (hostIds) => {
      world.brought.push(hostIds)
      return hostIds.map((hostId) => ({ ...answered(hostId), ...world.takes(hostId) }))
    },
  }
}

function answered(hostId: string): RemoteAnswer {
  return { hostId, status: 'succeeded', stdout: '', stderr: '', commandId: 'c-1', seconds: undefined }
}

function launched({ hosts, done }: World, spec: LaunchSpec): Host {
  const host = aHost({
    id: `i-new${hosts.length}`,
    subnetId: spec.subnetId,
    state: 'pending',
    instanceType: spec.instanceType,
    publicIp: undefined,
    replaces: spec.replaces,
    spot: spec.spot,
    instanceProfile: spec.instanceProfile,
  })
  done.push(`launch ${spec.spot ? 'spot ' : ''}${spec.instanceType} in ${spec.subnetId} of ${spec.ami}`)
  hosts.push(host)
  return host
}
