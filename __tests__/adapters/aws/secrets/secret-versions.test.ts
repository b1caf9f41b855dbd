import { DescribeSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { DescribeParametersCommand, SSMClient } from '@aws-sdk/client-ssm'
import { beforeEach, expect, test } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { managedSecretVersions } from '../../../../src/adapters/aws/secrets/secrets-manager.ts'
import { parameterVersions } from '../../../../src/adapters/aws/secrets/parameter-store.ts'
import { secretVersions } from '../../../../src/adapters/aws/secrets/secret-versions.ts'
import { awsError } from '../../../fakes/aws-error.ts'

const ssm = mockClient(SSMClient)
const manager = mockClient(SecretsManagerClient)
const versions = secretVersions({
  ssm: parameterVersions(new SSMClient({ region: 'us-east-1' })),
  secretsmanager: managedSecretVersions(new SecretsManagerClient({ region: 'us-east-1' })),
})
beforeEach(() => {
  ssm.reset()
  manager.reset()
})

test('finds versions by reference with one request for each name, without values', async () => {
  ssm.on(DescribeParametersCommand).resolves({ Parameters: [{ Name: '/a', Version: 7 }] })
  manager.on(DescribeSecretCommand).resolves({ VersionIdsToStages: { 'id-1': ['AWSPREVIOUS'], 'id-2': ['AWSCURRENT', 'x'] } })
  const sources = ['ssm:/a', 'secretsmanager:db#user', 'secretsmanager:db#password']
  expect([...(await versions.current(sources))]).toEqual([
    ['ssm:/a', { version: '7' }],
    ['secretsmanager:db#user', { version: 'id-2' }],
    ['secretsmanager:db#password', { version: 'id-2' }],
  ])
  expect(ssm.commandCalls(DescribeParametersCommand).map(({ args }) => args[0].input.ParameterFilters)).toEqual([
    [{ Key: 'Name', Option: 'Equals', Values: ['/a'] }],
  ])
  expect(manager.commandCalls(DescribeSecretCommand).map(({ args }) => args[0].input)).toEqual([{ SecretId: 'db' }])
})

test('asks each store only for its own secrets, fifty parameters at a time', async () => {
  ssm.on(DescribeParametersCommand).resolves({ Parameters: [] })
  await versions.current(Array.from({ length: 51 }, (_, at) => `ssm:/p${at}`))
  const batches = ssm.commandCalls(DescribeParametersCommand).map(({ args }) => args[0].input.ParameterFilters?.[0]?.Values?.length)
  expect(batches).toEqual([50, 1])
  expect(manager.calls()).toEqual([])
})

test.each([
  ['ssm:/a', { unknown: 'it does not exist' }],
  ['secretsmanager:gone', { unknown: 'it does not exist' }],
  ['secretsmanager:empty', { unknown: 'it has no current version' }],
])('has no version for %s', async (source, expected) => {
  ssm.on(DescribeParametersCommand).resolves({ Parameters: [] })
  manager.on(DescribeSecretCommand, { SecretId: 'gone' }).rejects(awsError('ResourceNotFoundException'))
  manager.on(DescribeSecretCommand, { SecretId: 'empty' }).resolves({})
  expect((await versions.current([source])).get(source)).toEqual(expected)
})

test('reports why the role cannot read versions', async () => {
  ssm.on(DescribeParametersCommand).rejects(awsError('AccessDeniedException'))
  manager.on(DescribeSecretCommand).rejects(awsError('AccessDeniedException'))
  const told = await versions.current(['ssm:/a', 'secretsmanager:b'])
  expect([...told.values()]).toEqual([
    { unknown: expect.stringContaining('ssm:DescribeParameters') },
    { unknown: expect.stringContaining('secretsmanager:DescribeSecret') },
  ])
})

test('throws on a defect', async () => {
  ssm.on(DescribeParametersCommand).rejects(new TypeError('a defect'))
  await expect(versions.current(['ssm:/a'])).rejects.toThrow('a defect')
})
