import { createHash } from 'node:crypto'
import { serviceKey } from '../service.ts'
import type { Service } from '../service.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const LONGEST_ROLE = 64
/** Of the hash at the end of a name that would be too long. */
const HASH_DIGITS = 16

/**
 * The name of the instance profile of a service's hosts: `docker-to-ec2.web.production.us-east-1`. IAM is global, so the name includes the region. The
 * limit is 128 characters and it has at most 110, so a template can compose it, too.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export function profileName(service: Service, region: string): string {
  return `docker-to-ec2.${serviceKey(service)}.${region}`
}

/**
 * The action's role for that profile, with the same name. A role's limit is 64 characters: a longer name is cut and ends in two dots and a hash,
 * like no other name.
 */
export function roleName(service: Service, region: string): string {
  const name = profileName(service, region)
  if (name.length <= LONGEST_ROLE) return name
  const hash = createHash('sha256').update(name).digest('hex').slice(0, HASH_DIGITS)
  return `${name.slice(0, LONGEST_ROLE - HASH_DIGITS - 2)}..${hash}`
}
