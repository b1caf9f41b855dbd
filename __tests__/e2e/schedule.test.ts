import { get } from 'node:http'
import { text } from 'node:stream/consumers'
import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2'
import { expect } from '@jest/globals'
import { createHostedZone } from '../../local/hosted-zones.ts'
import type { HostedZone } from '../../local/hosted-zones.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { deniedOf, invite, rolesOf } from './support/guest.ts'
import { ended, errorOf, openBed } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { beforeEach, given, it } from './support/test.ts'
import { commitOf } from '../fakes/short-commit.ts'
import { IN_THREE_DAYS } from './support/weekday.ts'

const SHOP = 'shop.example.com'
const OFF = `${IN_THREE_DAYS} 8-19 Europe/Berlin`
const ON = 'daily 0-24 Europe/Berlin'

let bed: Bed
let zone: HostedZone
let run: ActionRun

const served = given(async () => {
  bed = await openBed()
  zone = await createHostedZone(bed.cloud, 'example.com')
  run = ended(await bed.act({ domains: SHOP, 'elastic-ip': 'false', schedule: ON }), 'deployed')
})
beforeEach(served)

const scheduled = (schedule: string | undefined, others = {}): Promise<ActionRun> =>
  bed.act({ command: 'schedule', port: undefined, schedule, ...others })
const stopped = async (): Promise<ActionRun> => {
  const done = await scheduled(OFF)
  expect(['stopped', 'unchanged']).toContain(done.outputs['outcome'])
  return done
}
const id = (): string => run.outputs['instance-id'] ?? ''

async function instance(): Promise<{ readonly state: string | undefined; readonly address: string | undefined }> {
  const ec2 = new EC2Client(bed.cloud.observer)
  const { Reservations = [] } = await ec2.send(new DescribeInstancesCommand({ InstanceIds: [id()] }))
  const found = Reservations[0]?.Instances?.[0]
  return { state: found?.State?.Name, address: found?.PublicIpAddress }
}

async function nameLeadsTo(): Promise<string | undefined> {
  return (await zone.records())
    .find((record) => record.startsWith(`${SHOP} A `))
    ?.split(' ')
    .at(-1)
}

/** The commit that answers at the host's address, by the name of the service. */
async function serves(): Promise<string> {
  const { address = '' } = await instance()
  return new Promise((resolve, reject) => {
    get({ host: address, path: '/version', headers: { host: SHOP } }, (response) => void text(response).then(resolve, reject)).on(
      'error',
      reject,
    )
  })
}

it('a running host within its hours is left alone, without a lease', async () => {
  const from = (await bed.cloud.calls()).length
  const same = ended(await scheduled(ON), 'unchanged')
  expect(same.summary).toContain('runs until further notice')
  expect((await bed.calls(from)).map(({ operation }) => operation)).not.toContain('PutParameter')
})

it('a host outside of its hours is stopped, and status reports no problem', async () => {
  const done = await stopped()
  expect(done.summary).toContain(`until ${IN_THREE_DAYS.slice(0, 1).toUpperCase()}${IN_THREE_DAYS.slice(1)} `)
  expect(await instance()).toMatchObject({ state: 'stopped' })
  ended(await scheduled(OFF), 'unchanged')
  const status = ended(await bed.act({ command: 'status', port: undefined, schedule: OFF }), 'reported')
  expect(status.summary).toContain('stopped by its schedule until')
  expect(status.summary).toContain('instance t3.small for 11 hours a week')
})

it('a host is started for its hours: the release serves again, and its name leads to the new address', async () => {
  await stopped()
  const done = ended(await scheduled(ON), 'started')
  expect(done.summary).toContain(id())
  const { state, address } = await instance()
  expect(state).toBe('running')
  expect(await serves()).toBe(commitOf(run))
  expect(await nameLeadsTo()).toBe(address)
})

it('a deploy to a stopped host starts it, and says that it will be stopped again', async () => {
  await stopped()
  await bed.commit()
  run = ended(await bed.act({ domains: SHOP, 'elastic-ip': 'false', schedule: OFF }), 'deployed')
  expect(run.stdout).toContain('the next run of command: schedule stops them again')
  expect(await serves()).toBe(commitOf(run))
  expect(await nameLeadsTo()).toBe((await instance()).address)
})

it('a host with another service is not stopped', async () => {
  ended(await scheduled(ON), (await instance()).state === 'running' ? 'unchanged' : 'started')
  const guest = { service: 'api', 'instance-id': id(), 'http-port': '8000' }
  await invite(bed.cloud, 'api')
  ended(await bed.act(guest), 'deployed')
  const refused = ended(await scheduled(OFF), 'refused', 'refused')
  expect(errorOf(refused)).toContain(`${id()} also serves api (production), so the schedule does not stop it`)
  const asGuest = ended(await scheduled(OFF, { service: 'api', 'instance-id': id() }), 'refused', 'refused')
  expect(errorOf(asGuest)).toContain('did not launch')
  expect(await instance()).toMatchObject({ state: 'running' })
  ended(await bed.act({ command: 'destroy', port: undefined, service: 'api', 'instance-id': id() }), 'destroyed')
})

it('nothing is stopped without a schedule', async () => {
  expect(errorOf(ended(await scheduled(undefined), 'refused', 'refused'))).toContain('web (production) has no schedule')
})

it('needs no more permissions than the role of the stack has', async () => {
  const from = (await bed.cloud.calls()).length
  await stopped()
  ended(await scheduled(ON), 'started')
  const calls = (await bed.calls(from)).filter(({ service }) => service !== 'route53')
  expect(calls.map(({ operation }) => operation)).toEqual(expect.arrayContaining(['StopInstances', 'StartInstances']))
  expect(await deniedOf(rolesOf('web').alone, calls)).toEqual([])
})
