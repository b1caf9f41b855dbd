import {
  DeleteParameterCommand,
  GetParameterCommand,
  GetParametersByPathCommand,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm'
import { beforeEach, expect, test } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { parameterRecords } from '../../src/adapters/parameter-records.ts'
import type { ReleaseRecord } from '../../src/domain/release.ts'
import { awsError } from '../fakes/aws-error.ts'

const ssm = mockClient(SSMClient)
const records = parameterRecords(new SSMClient({ region: 'us-east-1' }))
const SERVICE = { name: 'web', environment: 'production' }
const NAME = '/docker-to-ec2/web/production/release'
const RECORD: ReleaseRecord = {
  schema: 1,
  service: 'web',
  environment: 'production',
  release: '3f2a9c1d-b04e77aa',
  digest: 'sha256:1',
  image: 'r/web@sha256:1',
  login: '',
  commit: '3f2a9c1d',
  previousRelease: '',
  previousCommit: '',
  hostId: 'i-1',
  httpPort: 80,
  actor: 'ada',
  runUrl: 'https://github.com/acme/web/actions/runs/7',
  deployedAt: '2026-01-01T00:00:00.000Z',
}
beforeEach(() => void ssm.reset())

test('writes over what was there', async () => {
  await records.write(RECORD)
  const { Value = '', ...rest } = ssm.commandCalls(PutParameterCommand)[0]?.args[0].input ?? {}
  expect(rest).toEqual({ Name: NAME, Type: 'String', Overwrite: true })
  expect(JSON.parse(Value)).toEqual(RECORD)
})

test('a record that Parameter Store does not take is refused', async () => {
  await expect(records.write({ ...RECORD, actor: 'ä'.repeat(2000) })).rejects.toMatchObject({ code: 'record-too-large' })
  expect(ssm.calls()).toHaveLength(0)
})

test.each([
  ['the record', JSON.stringify(RECORD), RECORD],
  ['what is no record', 'by hand', undefined],
])('reads %s', async (_, Value, expected) => {
  ssm.on(GetParameterCommand, { Name: NAME }).resolves({ Parameter: { Value } })
  expect(await records.read(SERVICE)).toEqual(expected)
})

test('a service that was never deployed has no record', async () => {
  ssm.on(GetParameterCommand).rejects(awsError('ParameterNotFound'))
  expect(await records.read(SERVICE)).toBeUndefined()
})

test('lists the records of all services, on all pages, and none of the secrets beside them', async () => {
  const api = { ...RECORD, service: 'api' }
  const asked: unknown[] = []
  ssm.on(GetParametersByPathCommand).callsFake(({ NextToken, Path, Recursive, WithDecryption }) => {
    asked.push({ Path, Recursive, WithDecryption })
    if (NextToken === 'more') return { Parameters: [{ Name: '/docker-to-ec2/api/production/release', Value: JSON.stringify(api) }] }
    const secret = { Name: '/docker-to-ec2/web/production/database-url', Value: 'AQICAHj...' }
    const broken = { Name: '/docker-to-ec2/old/production/release', Value: '{' }
    return { Parameters: [secret, broken, { Name: NAME, Value: JSON.stringify(RECORD) }], NextToken: 'more' }
  })
  expect(await records.list()).toEqual([RECORD, api])
  expect(asked[0]).toEqual({ Path: '/docker-to-ec2/', Recursive: true, WithDecryption: false })
})

test('removes the record, once', async () => {
  ssm.on(DeleteParameterCommand, { Name: NAME }).resolvesOnce({}).rejects(awsError('ParameterNotFound'))
  expect(await records.remove(SERVICE)).toBe(NAME)
  expect(await records.remove(SERVICE)).toBeUndefined()
})
