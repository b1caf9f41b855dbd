import {
  DeleteParameterCommand,
  DescribeParametersCommand,
  GetParameterCommand,
  GetParameterHistoryCommand,
  GetParametersCommand,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm'
import { beforeEach, expect, test } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { parameterRecords } from '../../../../src/adapters/aws/ssm/records.ts'
import type { ReleaseRecord } from '../../../../src/domain/release/record.ts'
import { awsError } from '../../../fakes/aws-error.ts'
import { anAttempt } from '../../../fakes/samples.ts'

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
  route: { 'http-port': 80, domains: [], 'path-prefix': '/', tls: 'off', 'https-port': 443, 'external-proxy': false },
  actor: 'ada',
  runUrl: 'https://github.com/acme/web/actions/runs/7',
  deployedAt: '2026-01-01T00:00:00.000Z',
  migration: false,
  blocked: [],
  attempt: anAttempt(),
}
beforeEach(() => void ssm.reset())

test('replaces the version that was read', async () => {
  ssm.on(PutParameterCommand).resolves({ Version: 4 })
  expect(await records.write({ ...RECORD, version: 3, token: 8 }, 3)).toBe(true)
  const { Value = '', ...rest } = ssm.commandCalls(PutParameterCommand)[0]?.args[0].input ?? {}
  expect(rest).toEqual({ Name: NAME, Type: 'String', Overwrite: true })
  expect(JSON.parse(Value)).toEqual({ ...RECORD, token: 8, over: 3 })
})

test('a record of fifty hosts and all refused commits fits', async () => {
  const hostIds = Array.from({ length: 50 }, (_, at) => `i-${String(at).padStart(17, '0')}`)
  const digest = `sha256:${'d'.repeat(64)}`
  const image = `123456789012.dkr.ecr.ap-southeast-1.amazonaws.com/${'w'.repeat(40)}@${digest}`
  const blocked = Array.from({ length: 20 }, () => 'c'.repeat(40))
  ssm.on(PutParameterCommand).resolves({ Version: 1 })
  await expect(records.write({ ...RECORD, digest, image, hostIds, blocked }, 0)).resolves.toBe(true)
})

test('refuses a record that Parameter Store would not accept', async () => {
  await expect(records.write({ ...RECORD, actor: 'ä'.repeat(2000) }, 0)).rejects.toMatchObject({ code: 'record-too-large' })
  expect(ssm.calls()).toHaveLength(0)
})

/** Versions of the record, oldest first. */
function holds(...texts: readonly string[]): void {
  const all = texts.map((Value, before) => ({ Value, Version: before + 1 }))
  ssm.on(GetParameterCommand, { Name: NAME }).resolves({ Parameter: all.at(-1)! })
  ssm.on(GetParameterHistoryCommand).resolves({ Parameters: all })
}

test.each([
  ['the record', [JSON.stringify(RECORD)]],
  ['the version before one that is damaged', [JSON.stringify(RECORD), 'by hand']],
])('reads %s', async (_, texts) => {
  holds(...texts)
  expect(await records.read(SERVICE)).toEqual({ ...RECORD, version: 1 })
})

test.each([
  ['text by hand', ['by hand']],
  ['a truncated record', [JSON.stringify(RECORD).slice(0, -20)]],
  ['records of a later version of the action', [2, 3].map((schema) => JSON.stringify({ ...RECORD, schema }))],
  ['an empty parameter', ['']],
])('does not treat %s as a missing record', async (_, texts) => {
  holds(...texts)
  await expect(records.read(SERVICE)).rejects.toMatchObject({ code: 'record-unreadable', message: expect.stringContaining(NAME) })
})

test('finds no record of a service that was never deployed', async () => {
  ssm.on(GetParameterCommand).rejects(awsError('ParameterNotFound'))
  expect(await records.read(SERVICE)).toBeUndefined()
})

test('lists the records of all services on all pages, ten at a time, without reading secrets', async () => {
  const nth = (at: number): ReleaseRecord => ({ ...RECORD, service: `s${at}` })
  const names = Array.from({ length: 12 }, (_, at) => `/docker-to-ec2/s${at}/production/release`)
  const others = ['/docker-to-ec2/web/production/database-url', '/docker-to-ec2/web/production/keys/release']
  ssm.on(DescribeParametersCommand).callsFake(({ NextToken, ParameterFilters }) => {
    expect(ParameterFilters).toEqual([{ Key: 'Path', Option: 'Recursive', Values: ['/docker-to-ec2'] }])
    const page = NextToken === 'more' ? names.slice(3) : [...others, ...names.slice(0, 3)]
    return { Parameters: page.map((Name) => ({ Name })), ...(NextToken === undefined && { NextToken: 'more' }) }
  })
  const read: string[][] = []
  ssm.on(GetParametersCommand).callsFake(({ Names }: { Names: string[] }) => {
    read.push(Names)
    const damaged = [names[5], names[6], names[7]]
    return { Parameters: Names.map((Name) => ({ Name, Value: damaged.includes(Name) ? '{' : JSON.stringify(nth(names.indexOf(Name))) })) }
  })
  ssm.on(GetParameterCommand).resolves({ Parameter: { Value: '{', Version: 2 } })
  ssm.on(GetParameterHistoryCommand, { Name: names[5]! }).resolves({ Parameters: [{ Value: '{', Version: 2 }] })
  ssm.on(GetParameterHistoryCommand, { Name: names[6]! }).rejects(awsError('AccessDeniedException'))
  const earlier = { Value: JSON.stringify(nth(7)), Version: 1 }
  ssm.on(GetParameterHistoryCommand, { Name: names[7]! }).resolves({ Parameters: [earlier, { Value: '{', Version: 2 }] })
  const found = await records.list()
  expect(found.records.map(({ service }) => service)).toEqual([0, 1, 2, 3, 4, 8, 9, 10, 11, 7].map((at) => `s${at}`))
  expect(found.unreadable).toEqual(['s5', 's6'].map((name) => ({ name, environment: 'production' })))
  expect(read).toEqual([names.slice(0, 10), names.slice(10)])
})

test('lists no records in an empty region', async () => {
  ssm.on(DescribeParametersCommand).resolves({ Parameters: [] })
  expect(await records.list()).toEqual({ records: [], unreadable: [] })
  expect(ssm.commandCalls(GetParametersCommand)).toHaveLength(0)
})

test('removes the record once', async () => {
  ssm.on(DescribeParametersCommand).resolves({ Parameters: [] })
  ssm.on(DeleteParameterCommand, { Name: NAME }).resolvesOnce({}).rejects(awsError('ParameterNotFound'))
  expect(await records.remove(SERVICE)).toEqual([NAME])
  expect(await records.remove(SERVICE)).toEqual([])
})

test('removes the certificates that hosts have stored, and no other parameter of the service', async () => {
  const kept = ['shop.example.com', '_account'].map((name) => NAME.replace('release', `kept-certificates/${name}`))
  const filters = [{ Key: 'Path', Option: 'Recursive', Values: [NAME.replace('release', 'kept-certificates')] }]
  ssm.on(DescribeParametersCommand, { ParameterFilters: filters }).resolves({ Parameters: kept.map((Name) => ({ Name })) })
  ssm.on(DeleteParameterCommand).resolves({})
  expect(await records.remove(SERVICE)).toEqual([NAME, ...kept])
  expect(ssm.commandCalls(DeleteParameterCommand).map(({ args: [{ input }] }) => input.Name)).toEqual([NAME, ...kept])
})
