import { GetParameterHistoryCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { beforeEach, describe, expect, it, test } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { parameterLease, parameterQueue } from '../../../../src/adapters/aws/ssm/lease.ts'
import { nextToken, tokenOf } from '../../../../src/domain/lease/lease.ts'
import type { Lease } from '../../../../src/domain/lease/lease.ts'
import { awsError } from '../../../fakes/aws-error.ts'
import { aClock, answerAsParameterStore, CLIENT, put } from '../../../fakes/parameter-store.ts'
import type { Parameters } from '../../../fakes/parameter-store.ts'

const ssm = mockClient(SSMClient)
const lease = parameterLease(CLIENT)
const SERVICE = { name: 'web', environment: 'production' }
const NAME = '/docker-to-ec2/web/production/lease'
const parameters: Parameters = new Map()
const later = aClock()

beforeEach(() => {
  parameters.clear()
  ssm.reset()
  answerAsParameterStore(ssm, parameters)
})

const by = (owner: string, more: Partial<Lease> = {}): Lease => {
  return { owner, command: 'deploy', actor: 'ada', runUrl: 'https://x', token: 0, free: false, beat: 0, ...more }
}

describe('the lease', () => {
  it('has no holder before the first claim', async () => {
    expect(await lease.read(SERVICE)).toBeUndefined()
  })

  it('has the time of its version in Parameter Store, even if it is not the newest or was deleted', async () => {
    await lease.write(SERVICE, by('1/1/a'), 0)
    const before = await lease.read(SERVICE)
    await lease.write(SERVICE, by('1/1/b'), 0)
    expect(await lease.read(SERVICE)).toEqual(before)
    await lease.remove(SERVICE)
    await lease.write(SERVICE, by('1/1/c'), 0)
    const after = await lease.read(SERVICE)
    expect(after?.version).toBe(1)
    expect(tokenOf(after!)).toBeGreaterThan(nextToken(before!))
  })

  it('belongs to the first of two runs that replace the same version', async () => {
    expect(await lease.write(SERVICE, by('1/1/a'), 0)).toBe(1)
    expect(await lease.write(SERVICE, by('1/1/b'), 0)).toBeUndefined()
    expect(await lease.read(SERVICE)).toMatchObject({ version: 1, value: { owner: '1/1/a' } })
    expect(await lease.write(SERVICE, by('1/1/a', { beat: 1 }), 1)).toBe(3)
    expect(await lease.write(SERVICE, by('2/1/c'), 1)).toBeUndefined()
    expect(await lease.read(SERVICE)).toMatchObject({ version: 3, value: { owner: '1/1/a', beat: 1 } })
  })

  it('is held even if the answer was lost and the request was repeated', async () => {
    ssm.on(PutParameterCommand).callsFake((input) => put(parameters, input, later()) && put(parameters, input, later()))
    expect(await lease.write(SERVICE, by('1/1/a'), 0)).toBe(1)
    expect(await lease.read(SERVICE)).toMatchObject({ version: 1 })
  })

  it('is not claimed until its history shows the versions in between', async () => {
    await lease.write(SERVICE, by('1/1/a'), 0)
    const late = parameters.get(NAME)?.map(({ text }, before) => ({ Value: text, Version: before + 1 }))
    ssm.on(PutParameterCommand).callsFake((input) => put(parameters, input, later()))
    ssm.on(GetParameterHistoryCommand).resolves({ Parameters: late?.slice(1) })
    expect(await lease.write(SERVICE, by('2/1/b'), 0)).toBeUndefined()
  })

  it('is not held if Parameter Store was busy', async () => {
    ssm.on(PutParameterCommand).rejects(awsError('TooManyUpdates'))
    expect(await lease.write(SERVICE, by('1/1/a'), 0)).toBeUndefined()
  })

  it.each([
    ['garbage', '{'],
    ['something else', '"text"'],
    ['a claim over a version that is still to come', JSON.stringify({ ...by('9/1/z'), over: 57 })],
  ])('is free if the parameter contains %s', async (_, text) => {
    parameters.set(NAME, [{ text, at: 1 }])
    expect(await lease.read(SERVICE)).toBeUndefined()
    expect(await lease.write(SERVICE, by('1/1/a'), 0)).toBe(2)
    expect(await lease.read(SERVICE)).toMatchObject({ version: 2, value: { owner: '1/1/a' } })
  })

  const stored = (value: unknown): void => void parameters.set(NAME, [{ text: JSON.stringify(value), at: 1 }])

  it('is held by a holder with malformed details, which are shown in one line', async () => {
    stored({ owner: '7/1/x', token: 3, command: 'teleport', actor: 'eve\n::error::', runUrl: 5, free: 'yes', more: 'of it' })
    expect((await lease.read(SERVICE))?.value).toEqual({
      ...{ owner: '7/1/x', token: 3, command: 'deploy', actor: '', runUrl: '', free: false, beat: 0 },
    })
  })

  it.each([
    [null],
    ['held'],
    [[]],
    [{}],
    [{ owner: 5, token: 1 }],
    [{ owner: 'a' }],
    [{ owner: 'a', token: '1' }],
    [{ owner: 'a', token: -1 }],
  ])('is free without a holder or token: %j', async (value) => {
    stored(value)
    expect(await lease.read(SERVICE)).toBeUndefined()
  })

  it('is saved for the post phase once, before it is claimed', async () => {
    const saved: string[] = []
    const noted = parameterLease(CLIENT, (_, owner) => void saved.push(owner))
    await noted.write(SERVICE, by('1/1/a'), 0)
    await noted.write(SERVICE, by('1/1/a', { token: 1, beat: 1 }), 1)
    expect(saved).toEqual(['1/1/a'])
  })
})

test('the queue keeps what was written over it', async () => {
  const queue = parameterQueue(CLIENT)
  expect(await queue.read(SERVICE)).toBeUndefined()
  expect(await queue.write(SERVICE, { waiting: [] }, 0)).toBe(1)
  expect(await queue.read(SERVICE)).toMatchObject({ version: 1, value: { waiting: [] } })
  await queue.remove(SERVICE)
  await queue.remove(SERVICE)
  expect(await queue.read(SERVICE)).toBeUndefined()
})
