import { DeleteParameterCommand, GetParametersCommand, paginateDescribeParameters } from '@aws-sdk/client-ssm'
import type { SSMClient } from '@aws-sdk/client-ssm'
import { parseRecord, RECORD_LIMIT, recordText, unreadable } from '../../../domain/release/record.ts'
import type { ReleaseRecord } from '../../../domain/release/record.ts'
import type { Version } from '../../../domain/lease/standing.ts'
import { keptCertificates, recordName, serviceOfRecord } from '../../../domain/service.ts'
import { DeployError, isNotAllowed, refused } from '../../../errors.ts'
import type { RecordList, Records } from '../../../ports/state/records.ts'
import { aws, pages, unlessMissing } from '../errors.ts'
import { findStanding, standingVersions, writeOver } from './parameter-versions.ts'
import type { Standing } from './parameter-versions.ts'

const RECORD = /^\/docker-to-ec2\/[^/]+\/[^/]+\/release$/

export function parameterRecords(client: SSMClient): Records {
  return {
    async read(service) {
      const standing = await findStanding(client, recordName(service), parseRecord)
      if (standing.kind === 'unreadable') throw refused(unreadable([service]))
      return standing.kind === 'found' ? versioned(standing.found) : undefined
    },
    write: (record, over) => write(client, record, over),
    async history(service, count) {
      const all = await standingVersions(client, recordName(service), parseRecord)
      return all.toReversed().slice(0, count).map(versioned)
    },
    list: () => list(client),
    async remove(service) {
      const kept = await namesBelow(client, keptCertificates(service))
      const removed = await Promise.all([recordName(service), ...kept].map((name) => removeOne(client, name)))
      return removed.flatMap((name) => name ?? [])
    },
  }
}

async function write(client: SSMClient, record: ReleaseRecord, over: number): Promise<boolean> {
  const { version: _, ...text } = record
  const Name = recordName({ name: record.service, environment: record.environment })
  const Value = recordText({ ...text, over })
  const bytes = Buffer.byteLength(Value)
  if (bytes > RECORD_LIMIT)
    throw new DeployError('record-too-large', `The release record ${Name} has ${bytes} bytes; Parameter Store takes ${RECORD_LIMIT}.`)
  return (await writeOver(client, { Name, Value, over, parse: parseRecord })) !== undefined
}

function versioned({ value, version }: Version<ReleaseRecord>): ReleaseRecord {
  return { ...value, version }
}

/**
 * Lists names first, then reads only the records: the services' secrets have the same path, and a role that can read a whole path
 * (`ssm:GetParametersByPath`) could read those, too.
 */
async function list(client: SSMClient): Promise<RecordList> {
  const names = await recordNames(client)
  const found = (await Promise.all(chunks(names, 10).map((Names) => values(client, Names)))).flat()
  const newest = found.map(({ name, text }) => ({ service: serviceOfRecord(name), name, record: parseRecord(text) }))
  const damaged = newest.filter(({ record }) => record === undefined)
  const standing = await Promise.all(damaged.map(async ({ service, name }) => ({ service, standing: await earlierStanding(client, name) })))
  return {
    records: [
      ...newest.flatMap(({ record }) => record ?? []),
      ...standing.flatMap((one) => (one.standing.kind === 'found' ? versioned(one.standing.found) : [])),
    ],
    unreadable: standing.flatMap((one) => (one.standing.kind === 'unreadable' ? one.service : [])),
  }
}

/** A role can lack the permission for the earlier versions of another service's record. */
function earlierStanding(client: SSMClient, name: string): Promise<Standing<ReleaseRecord>> {
  return findStanding(client, name, parseRecord).catch((error: unknown) => {
    if (isNotAllowed(error)) return { kind: 'unreadable' }
    throw error
  })
}

async function recordNames(client: SSMClient): Promise<string[]> {
  return (await namesBelow(client, '/docker-to-ec2')).filter((name) => RECORD.test(name))
}

async function namesBelow(client: SSMClient, path: string): Promise<string[]> {
  const filters = [{ Key: 'Path', Option: 'Recursive', Values: [path] }]
  const all = paginateDescribeParameters({ client }, { ParameterFilters: filters, MaxResults: 50 })
  const parameters = await pages('ssm:DescribeParameters', all, (page) => page.Parameters)
  return parameters.flatMap(({ Name }) => Name ?? [])
}

async function removeOne(client: SSMClient, Name: string): Promise<string | undefined> {
  const removed = await unlessMissing('ssm:DeleteParameter', client.send(new DeleteParameterCommand({ Name })), 'ParameterNotFound')
  return removed && Name
}

async function values(client: SSMClient, Names: string[]): Promise<{ readonly name: string; readonly text: string }[]> {
  const { Parameters } = await aws('ssm:GetParameters', client.send(new GetParametersCommand({ Names })))
  return (Parameters ?? []).map(({ Name: name = '', Value: text = '' }) => ({ name, text }))
}

function chunks(names: readonly string[], size: number): string[][] {
  return Array.from({ length: Math.ceil(names.length / size) }, (_, at) => names.slice(at * size, (at + 1) * size))
}
