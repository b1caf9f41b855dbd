import type { SSMClient } from '@aws-sdk/client-ssm'
import type { Lease } from '../../../domain/lease/lease.ts'
import type { Queue } from '../../../domain/lease/queue.ts'
import { leaseName, queueName } from '../../../domain/service.ts'
import type { Service } from '../../../domain/service.ts'
import type { Shared } from '../../../ports/state/shared.ts'
import { readStanding, writeOver } from './parameter-versions.ts'

/** `saveLease` is called before the lease is asked for, so that another process can give it up after a kill. */
export function parameterLease(client: SSMClient, saveLease: (service: Service, owner: string) => void = () => undefined): Shared<Lease> {
  return {
    read: (service) => readStanding(client, leaseName(service), parseLease),
    async write(service, lease, over) {
      if (lease.token === 0) saveLease(service, lease.owner)
      return writeOver(client, { Name: leaseName(service), Value: JSON.stringify({ ...lease, over }), over, parse: parseLease })
    },
  }
}

export function parameterQueue(client: SSMClient): Shared<Queue> {
  return {
    read: (service) => readStanding(client, queueName(service), parseQueue),
    write: (service, queue, over) =>
      writeOver(client, { Name: queueName(service), Value: JSON.stringify({ ...queue, over }), over, parse: parseQueue }),
  }
}

function parseLease(text: string): Lease | undefined {
  const lease = parsed(text) as Partial<Lease> | undefined
  return typeof lease?.owner === 'string' && typeof lease.token === 'number' ? (lease as Lease) : undefined
}

function parseQueue(text: string): Queue | undefined {
  const queue = parsed(text) as Partial<Queue> | undefined
  return Array.isArray(queue?.waiting) ? (queue as Queue) : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) ?? undefined
  } catch {
    return undefined
  }
}
