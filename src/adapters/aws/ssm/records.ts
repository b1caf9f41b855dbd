import {
  DeleteParameterCommand,
  GetParameterCommand,
  GetParametersCommand,
  paginateDescribeParameters,
  paginateGetParameterHistory,
  PutParameterCommand,
} from '@aws-sdk/client-ssm'
import type { SSMClient } from '@aws-sdk/client-ssm'
import { parseRecord, RECORD_LIMIT, recordText } from '../../../domain/release/record.ts'
import type { ReleaseRecord } from '../../../domain/release/record.ts'
import { recordName } from '../../../domain/service.ts'
import { DeployError } from '../../../errors.ts'
import type { Records } from '../../../ports/state/records.ts'
import { aws, isNamed, pages, unlessMissing } from '../errors.ts'

const RECORD = /^\/docker-to-ec2\/[^/]+\/[^/]+\/release$/

export function parameterRecords(client: SSMClient): Records {
  return {
    async read(service) {
      const request = new GetParameterCommand({ Name: recordName(service) })
      const found = await unlessMissing('ssm:GetParameter', client.send(request), 'ParameterNotFound')
      return parseRecord(found?.Parameter?.Value ?? '')
    },
    write: (record) => write(client, record),
    history: (service, count) => history(client, recordName(service), count),
    list: () => list(client),
    async remove(service) {
      const Name = recordName(service)
      const removed = await unlessMissing('ssm:DeleteParameter', client.send(new DeleteParameterCommand({ Name })), 'ParameterNotFound')
      return removed && Name
    },
  }
}

async function write(client: SSMClient, record: ReleaseRecord): Promise<void> {
  const Name = recordName({ name: record.service, environment: record.environment })
  const Value = recordText(record)
  const bytes = Buffer.byteLength(Value)
  if (bytes > RECORD_LIMIT)
    throw new DeployError('record-too-large', `The release record ${Name} has ${bytes} bytes; Parameter Store takes ${RECORD_LIMIT}.`)
  // Tags and Overwrite exclude each other, so the record has no tags: its name tells all that they would.
  await aws('ssm:PutParameter', client.send(new PutParameterCommand({ Name, Value, Type: 'String', Overwrite: true })))
}

/** SSM tells the oldest of its 100 versions first. */
async function history(client: SSMClient, Name: string, count: number): Promise<ReleaseRecord[]> {
  const all = pages('ssm:GetParameterHistory', paginateGetParameterHistory({ client }, { Name, MaxResults: 50 }), (page) => page.Parameters)
  const versions = await all.catch((error: unknown) => {
    if (isNamed(error, 'ParameterNotFound')) return []
    throw error
  })
  return versions
    .toReversed()
    .flatMap(({ Value = '' }) => parseRecord(Value) ?? [])
    .slice(0, count)
}

/**
 * The names come first, and then the values of the records alone: the services' secrets lie beside them, and a role that may read a whole path
 * (`ssm:GetParametersByPath`) could read those, too.
 */
async function list(client: SSMClient): Promise<ReleaseRecord[]> {
  const names = await recordNames(client)
  const found = await Promise.all(chunks(names, 10).map((Names) => values(client, Names)))
  return found.flat().flatMap((text) => parseRecord(text) ?? [])
}

async function recordNames(client: SSMClient): Promise<string[]> {
  const filters = [{ Key: 'Path', Option: 'Recursive', Values: ['/docker-to-ec2'] }]
  const all = paginateDescribeParameters({ client }, { ParameterFilters: filters, MaxResults: 50 })
  const parameters = await pages('ssm:DescribeParameters', all, (page) => page.Parameters)
  return parameters.flatMap(({ Name }) => Name ?? []).filter((name) => RECORD.test(name))
}

async function values(client: SSMClient, Names: string[]): Promise<string[]> {
  const { Parameters } = await aws('ssm:GetParameters', client.send(new GetParametersCommand({ Names })))
  return (Parameters ?? []).flatMap(({ Value }) => Value ?? [])
}

function chunks(names: readonly string[], size: number): string[][] {
  return Array.from({ length: Math.ceil(names.length / size) }, (_, at) => names.slice(at * size, (at + 1) * size))
}
