import { DeleteParameterCommand, GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { parameterLease } from '../../../../src/adapters/aws/ssm/lease.ts'
import type { Holder } from '../../../../src/domain/lease.ts'
import { awsError } from '../../../fakes/aws-error.ts'

const ssm = mockClient(SSMClient)
const lease = parameterLease(new SSMClient({ region: 'us-east-1' }))
const SERVICE = { name: 'web', environment: 'production' }
const parameters = new Map<string, string>()

// Parameter Store, as far as a lease needs it.
beforeEach(() => {
  parameters.clear()
  ssm.reset()
  ssm.on(PutParameterCommand).callsFake(({ Name, Value, Overwrite }) => {
    if (parameters.has(Name) && !Overwrite) throw awsError('ParameterAlreadyExists')
    parameters.set(Name, Value)
  })
  ssm.on(GetParameterCommand).callsFake(({ Name }) => {
    if (!parameters.has(Name)) throw awsError('ParameterNotFound')
    return { Parameter: { Value: parameters.get(Name) } }
  })
  ssm.on(DeleteParameterCommand).callsFake(({ Name }) => {
    if (!parameters.delete(Name)) throw awsError('ParameterNotFound')
  })
})

const holder = (owner: string, expiresAt = 1000): Holder => ({ owner, actor: 'ada', runUrl: 'https://x', expiresAt })

describe('the lease', () => {
  it('belongs to the first who asks, until it is given up', async () => {
    expect(await lease.acquire(SERVICE, holder('1/1'), 0)).toEqual({ kind: 'held' })
    expect(await lease.acquire(SERVICE, holder('2/1'), 0)).toEqual({ kind: 'busy', holder: holder('1/1') })
    await lease.release(SERVICE, '2/1')
    expect(await lease.acquire(SERVICE, holder('2/1'), 0)).toMatchObject({ kind: 'busy' })
    await lease.release(SERVICE, '1/1')
    expect(await lease.acquire(SERVICE, holder('2/1'), 0)).toEqual({ kind: 'held' })
  })

  it('is still ours when we ask again', async () => {
    await lease.acquire(SERVICE, holder('1/1'), 0)
    expect(await lease.acquire(SERVICE, holder('1/1'), 0)).toEqual({ kind: 'held' })
  })

  it.each([
    ['that expired', JSON.stringify(holder('1/1', 999))],
    ['of a runner whose clock is years ahead', JSON.stringify(holder('1/1', Date.UTC(2036)))],
    ['that is garbage', '{'],
  ])('one %s is taken over, and of two that try the later one has it', async (_, text) => {
    parameters.set('/docker-to-ec2/web/production/lease', text)
    const [first, second] = await Promise.all([
      lease.acquire(SERVICE, holder('2/1', 9000), 1000),
      lease.acquire(SERVICE, holder('3/1', 9000), 1000),
    ])
    expect([first.kind, second.kind]).toEqual(['taken-over', 'taken-over'])
    expect(await lease.acquire(SERVICE, holder('2/1', 9000), 1000)).toMatchObject({ kind: 'busy', holder: { owner: '3/1' } })
    expect(await lease.acquire(SERVICE, holder('3/1', 9000), 1000)).toEqual({ kind: 'held' })
  })

  it('is prolonged by a renewal', async () => {
    await lease.acquire(SERVICE, holder('1/1', 1000), 0)
    await lease.renew(SERVICE, holder('1/1', 5000))
    expect(await lease.acquire(SERVICE, holder('2/1'), 2000)).toMatchObject({ kind: 'busy' })
  })
})

describe('the queue', () => {
  it('tells an older run of a newer one that waits, too', async () => {
    expect(await lease.queue(SERVICE, holder('10/1'), 0)).toBeUndefined()
    expect(await lease.queue(SERVICE, holder('11/1'), 0)).toBeUndefined()
    expect(await lease.queue(SERVICE, holder('10/1'), 0)).toEqual(holder('11/1'))
    expect(await lease.queue(SERVICE, holder('9/2'), 0)).toEqual(holder('11/1'))
    expect(await lease.queue(SERVICE, holder('11/2'), 0)).toBeUndefined()
  })

  it('forgets a run that waits no longer', async () => {
    await lease.queue(SERVICE, holder('11/1', 1000), 0)
    expect(await lease.queue(SERVICE, holder('10/1', 3000), 2000)).toBeUndefined()
  })
})

it('nothing is left after clearing', async () => {
  await lease.acquire(SERVICE, holder('1/1'), 0)
  await lease.queue(SERVICE, holder('2/1'), 0)
  await lease.clear(SERVICE)
  await lease.clear(SERVICE)
  expect([...parameters]).toEqual([])
})
