/** What a test sees of the requests to a cloud's AWS, and its own requests. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Call {
  readonly time: number
  readonly service: string
  readonly operation: string
  /** `runner`; `assumed` with a role that it assumed; `host:i-...` for a host with its own role */
  readonly principal: string
  readonly params: Record<string, unknown>
  readonly status: number
}

/** By the names in their requests' signatures; `monitoring` is CloudWatch. */
const TARGETS = {
  ssm: 'AmazonSSM',
  secretsmanager: 'secretsmanager',
  ecr: 'AmazonEC2ContainerRegistry_V20150921',
  monitoring: 'GraniteServiceVersion20100801',
}
/** The access key of an observer: its requests meet no faults and are not recorded. */
export const OBSERVER = 'AKIALOCALOBSERVER000'

export type JsonService = keyof typeof TARGETS

/** All recorded requests; local/aws/calls.py writes them. */
export async function recordedCalls(dir: string): Promise<Call[]> {
  const lines = (await readFile(join(dir, 'calls.jsonl'), 'utf8')).split('\n')
  return lines.filter((line) => line.endsWith('}')).map((line) => JSON.parse(line) as Call)
}

/** Sends a request as an observer. */
export async function observe(
  { endpoint, region }: { readonly endpoint: string; readonly region: string },
  service: JsonService,
  operation: string,
  params: object,
): Promise<Record<string, unknown>> {
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${OBSERVER}/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `${TARGETS[service]}.${operation}`,
    },
    body: JSON.stringify(params),
  })
  if (!answer.ok) throw new Error(`${service}:${operation} ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as Record<string, unknown>
}
