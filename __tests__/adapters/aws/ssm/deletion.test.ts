import { Readable } from 'node:stream'
import { SSMClient } from '@aws-sdk/client-ssm'
import { expect, test } from '@jest/globals'
import { parameterLease } from '../../../../src/adapters/aws/ssm/lease.ts'

const SERVICE = { name: 'web', environment: 'production' }

/** A client that gets these answers, one after the other. */
function answering(answers: (() => Promise<unknown>)[]): SSMClient {
  const requestHandler = { handle: async () => ({ response: await answers.shift()?.() }), metadata: { handlerProtocol: 'http/1.1' } }
  return new SSMClient({ region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' }, requestHandler })
}

const says = (statusCode: number, type?: string) => async () => ({
  ...{ statusCode, headers: { 'content-type': 'application/x-amz-json-1.1' } },
  body: Readable.from([JSON.stringify(type === undefined ? {} : { __type: type })]),
})
const breaks = () => Promise.reject(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }))

test.each([
  ['a connection that broke', breaks],
  ['an error of AWS', says(500, 'InternalServerError')],
])('does not repeat a deletion after %s, because the lease can belong to another run', async (_, lost) => {
  const answers = [lost, says(200)]
  await expect(parameterLease(answering(answers)).remove(SERVICE)).rejects.toThrow()
  expect(answers).toHaveLength(1)
})

test('repeats a deletion that AWS refused temporarily', async () => {
  const answers = [says(400, 'ThrottlingException'), says(200)]
  await parameterLease(answering(answers)).remove(SERVICE)
  expect(answers).toHaveLength(0)
})

test('accepts that the lease is already deleted', async () => {
  await expect(parameterLease(answering([says(400, 'ParameterNotFound')])).remove(SERVICE)).resolves.toBeUndefined()
})
