import { DeleteParameterCommand, GetParameterCommand, PutParameterCommand } from '@aws-sdk/client-ssm'
import type { SSMClient } from '@aws-sdk/client-ssm'
import { holderOf, isHeld, isNewer } from '../../../domain/lease.ts'
import type { Holder } from '../../../domain/lease.ts'
import { leaseName, queueName } from '../../../domain/service.ts'
import type { Service } from '../../../domain/service.ts'
import type { Lease } from '../../../ports/state/lease.ts'
import { aws, isNamed, unlessMissing } from '../errors.ts'

/**
 * A lease as a parameter: creating one that exists is refused by Parameter Store, which makes the creation the lock.
 * `saveLease` is called before it is asked for, so that another process can give it up after a kill.
 */
export function parameterLease(client: SSMClient, saveLease: (service: Service, owner: string) => void = () => undefined): Lease {
  return {
    async acquire(service, mine, now) {
      saveLease(service, mine.owner)
      const name = leaseName(service)
      if (await create(client, name, mine)) return { kind: 'held' }
      const holder = await read(client, name)
      if (holder?.owner === mine.owner) return { kind: 'held' }
      if (holder && isHeld(holder, now)) return { kind: 'busy', holder }
      await put(client, name, mine, true)
      return { kind: 'taken-over' }
    },
    renew: (service, mine) => put(client, leaseName(service), mine, true),
    async release(service, owner) {
      const holder = await read(client, leaseName(service))
      if (holder?.owner === owner) await remove(client, leaseName(service))
    },
    async queue(service, mine, now) {
      const name = queueName(service)
      const waiting = await read(client, name)
      if (waiting && isHeld(waiting, now) && isNewer(waiting.owner, mine.owner)) return waiting
      await put(client, name, mine, true)
      return undefined
    },
    async clear(service) {
      await remove(client, leaseName(service))
      await remove(client, queueName(service))
    },
  }
}

async function create(client: SSMClient, name: string, holder: Holder): Promise<boolean> {
  try {
    await put(client, name, holder, false)
    return true
  } catch (error) {
    if (isNamed(error, 'ParameterAlreadyExists')) return false
    throw error
  }
}

async function put(client: SSMClient, Name: string, holder: Holder, Overwrite: boolean): Promise<void> {
  await aws('ssm:PutParameter', client.send(new PutParameterCommand({ Name, Value: JSON.stringify(holder), Type: 'String', Overwrite })))
}

async function read(client: SSMClient, Name: string): Promise<Holder | undefined> {
  const found = await unlessMissing('ssm:GetParameter', client.send(new GetParameterCommand({ Name })), 'ParameterNotFound')
  return holderOf(found?.Parameter?.Value ?? '')
}

async function remove(client: SSMClient, Name: string): Promise<void> {
  await unlessMissing('ssm:DeleteParameter', client.send(new DeleteParameterCommand({ Name })), 'ParameterNotFound')
}
