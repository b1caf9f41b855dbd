import type { Context } from '../../../src/context.ts'
import { ofService } from '../../../src/domain/release/record.ts'
import { recordName, serviceKey } from '../../../src/domain/service.ts'
import { DeployError } from '../../../src/errors.ts'
import { fakeLease, fakeQueue, fakeShared, recordOf } from '../lease.ts'
import type { World } from '../world.ts'

/** What a service keeps between runs, and what a run leaves to later ones. */
export function statePorts(
  world: World,
): Pick<Context, 'lease' | 'queue' | 'steering' | 'alarms' | 'secretVersions' | 'records' | 'resultFiles' | 'postCleanup'> {
  const { done } = world
  return {
    lease: fakeLease(world.holders, () => world.clock.now()),
    queue: fakeQueue(world.waiting),
    steering: fakeShared(),
    alarms: { states: async (names) => world.alarms(names) },
    secretVersions: {
      current: async (sources) => new Map(sources.map((source) => [source, world.secrets.get(source) ?? { version: '1' }])),
    },
    records: recordsOf(world),
    resultFiles: {
      write: async (folder, files) => void Object.entries(files).map(([path, text]) => world.files.set(`${folder}/${path}`, text)),
    },
    postCleanup: {
      note: (kind) => void done.push(`note the ${kind} for the post phase`),
      forget: (kind) => void done.push(`forget the ${kind}`),
    },
  }
}

function recordsOf(world: World): Context['records'] {
  const { done, records } = world
  return {
    read: async (service) => {
      if (world.unreadable.some((one) => serviceKey(one) === serviceKey(service)))
        throw new DeployError('record-unreadable', `${recordName(service)} cannot be read`)
      return recordOf(records, service)
    },
    write: async (record) => {
      done.push(`record ${record.release}`)
      records.unshift(record)
      return true
    },
    history: async (service, count) => {
      if (world.denied.has(service.environment)) throw new DeployError('not-allowed', 'ssm:GetParameterHistory is denied')
      return records.filter((record) => ofService(record, service)).slice(0, count)
    },
    list: async () => ({
      records: records.filter(
        ({ service: name, environment }, at) => records.findIndex((one) => ofService(one, { name, environment })) === at,
      ),
      unreadable: world.unreadable,
    }),
    remove: async () => ['/docker-to-ec2/web/production/release'],
  }
}
