import type { Context } from '../../../src/context.ts'
import { portsOf } from '../../../src/domain/release/route.ts'
import { portWords } from '../../../src/domain/open-ports.ts'
import type { OpenPort } from '../../../src/domain/open-ports.ts'
import type { World } from '../world.ts'
import { replaceHost } from './change-host.ts'

/** Networks, addresses and names. */
export function networkPorts(world: World): Pick<Context, 'networks' | 'vpcs' | 'zones' | 'lookups'> {
  return {
    networks: networksOf(world),
    vpcs: vpcsOf(world),
    zones: world.dns.port,
    lookups: { addresses: async (name) => world.leads(name), caaRecords: async () => world.caa },
  }
}

function networksOf(world: World): Context['networks'] {
  const { done, hosts } = world
  const addresses = new Set<string>()
  const opened: OpenPort[] = []
  return {
    subnets: async () => ['a', 'b'].map((zone) => ({ id: `subnet-${zone}`, vpcId: 'vpc-1', zone: `us-east-1${zone}` })),
    ensureSecurityGroup: async (_, vpc, ports) => {
      opened.push(...ports)
      done.push(`open ${ports.map(({ port }) => port).join(', ')} in ${vpc}`)
      return 'sg-own'
    },
    openPorts: async () => {
      const open = [...opened, ...world.records.flatMap(({ route }) => portsOf(route))]
      const ranges = world.openPorts ?? open.map(({ protocol, port }) => ({ protocol, from: port, to: port }))
      return new Map(['sg-1', 'sg-own'].map((id) => [id, ranges]))
    },
    closePorts: async (_, needed) => {
      done.push(`close all but ${portWords(needed)}`)
      return []
    },
    ensureAddress: async (_, hostId) => {
      done.push(`address ${hostId}`)
      const publicIp = `203.0.113.${9 + addresses.size}`
      addresses.add(hostId)
      replaceHost(hosts, hostId, { publicIp })
      return publicIp
    },
    own: async () => ({ addresses: world.addresses, securityGroup: undefined }),
    removeSecurityGroups: async () => ['sg-own'],
    releaseAddresses: async () => {
      done.push('release addresses')
      return ['203.0.113.9']
    },
  }
}

function vpcsOf(world: World): Context['vpcs'] {
  return {
    addresses: async () => {
      if (world.routesFail) throw world.routesFail
      return { own: ['10.0.0.0/16', 'fd00:1::/56'], reachable: ['10.0.0.0/16', '10.9.0.0/16'] }
    },
    withoutWayOut: async () => [],
  }
}
