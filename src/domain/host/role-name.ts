import { createHash } from 'node:crypto'
import { serviceKey } from '../service.ts'
import type { Service } from '../service.ts'

const LONGEST_ROLE = 64
const HASH_DIGITS = 16

/**
 * The name of the instance profile of a service's hosts: `docker-to-ec2.web.production.us-east-1`. IAM is global, so the name carries the region. It may
 * have 128 characters and has 110 at most, so a template can write it, too.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export function profileName(service: Service, region: string): string {
  return `docker-to-ec2.${serviceKey(service)}.${region}`
}

/**
 * The role that the action makes for that profile, by the same name. A role's may have 64 characters: a longer one is cut and ends in a hash, after two
 * dots, which no other name has.
 */
export function roleName(service: Service, region: string): string {
  const name = profileName(service, region)
  if (name.length <= LONGEST_ROLE) return name
  const hash = createHash('sha256').update(name).digest('hex').slice(0, HASH_DIGITS)
  return `${name.slice(0, LONGEST_ROLE - HASH_DIGITS - 2)}..${hash}`
}
