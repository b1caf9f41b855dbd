import { DeleteParameterCommand, GetParameterCommand, paginateGetParametersByPath, PutParameterCommand } from '@aws-sdk/client-ssm'
import type { SSMClient } from '@aws-sdk/client-ssm'
import { parseRecord } from '../domain/release.ts'
import type { ReleaseRecord } from '../domain/release.ts'
import { recordName } from '../domain/service.ts'
import { DeployError } from '../errors.ts'
import type { Records } from '../ports/records.ts'
import { aws, pages, unlessMissing } from './aws-errors.ts'

/** Bytes that a standard parameter holds. */
const LIMIT = 4096
const ROOT = '/docker-to-ec2/'

export function parameterRecords(client: SSMClient): Records {
  return {
    async read(service) {
      const request = new GetParameterCommand({ Name: recordName(service) })
      const found = await unlessMissing('ssm:GetParameter', client.send(request), 'ParameterNotFound')
      return parseRecord(found?.Parameter?.Value ?? '')
    },
    write: (record) => write(client, record),
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
  const Value = JSON.stringify(record)
  const bytes = Buffer.byteLength(Value)
  if (bytes > LIMIT)
    throw new DeployError('record-too-large', `The release record ${Name} has ${bytes} bytes; Parameter Store takes ${LIMIT}.`)
  // Tags and Overwrite exclude each other, so the record has no tags: its name tells all that they would.
  await aws('ssm:PutParameter', client.send(new PutParameterCommand({ Name, Value, Type: 'String', Overwrite: true })))
}

/** The services' secrets lie beside the records: they are not decrypted, and passed over. */
async function list(client: SSMClient): Promise<ReleaseRecord[]> {
  const all = paginateGetParametersByPath({ client }, { Path: ROOT, Recursive: true, WithDecryption: false })
  const parameters = await pages('ssm:GetParametersByPath', all, (page) => page.Parameters)
  const records = parameters.filter(({ Name }) => Name?.endsWith('/release')).map(({ Value }) => parseRecord(Value ?? ''))
  return records.filter((record) => record !== undefined)
}
