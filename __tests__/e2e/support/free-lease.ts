import type { Cloud } from '../../../local/cloud.ts'

/** Frees the lease of a production service, as if it had expired. */
export async function freeLease(cloud: Cloud, service = 'web'): Promise<void> {
  const Name = `/docker-to-ec2/${service}/production/lease`
  const found = await cloud.observe('ssm', 'GetParameter', { Name }).catch(() => undefined)
  const value = (found as { Parameter?: { Value?: string } } | undefined)?.Parameter?.Value
  if (value === undefined) return
  const Value = JSON.stringify({ ...(JSON.parse(value) as object), over: undefined, free: true })
  await cloud.observe('ssm', 'PutParameter', { Name, Value, Type: 'String', Overwrite: true })
}
