import { createHash } from 'node:crypto'
import type { Service } from '../service.ts'

/** IAM is global, so the name carries the region. Role names end at 64 characters; a longer one is cut and made unique by a hash. */
export function roleName(service: Service, region: string): string {
  const name = `docker-to-ec2-${service.name}-${service.environment}-${region}`
  if (name.length <= 64) return name
  return `${name.slice(0, 55)}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`
}
