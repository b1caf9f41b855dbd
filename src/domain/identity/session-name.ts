import { createHash } from 'node:crypto'

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
const LONGEST = 64

interface Run {
  /** `owner/name` */
  readonly repository: string
  readonly runId: string
  readonly runAttempt: string
}

/** Such as `octo-org.web@1001.2`: repository, run and attempt. A long repository ends in its hash, so that the run stays complete and names stay unique. */
export function sessionNameOf({ repository, runId, runAttempt }: Run): string {
  const run = `@${runId}.${runAttempt}`
  const name = repository.replace('/', '.').replace(/[^\w+=,.@-]/g, '-') || 'docker-to-ec2'
  if (name.length + run.length <= LONGEST) return name + run
  const hash = `-${createHash('sha256').update(repository).digest('hex').slice(0, 8)}`
  return name.slice(0, LONGEST - hash.length - run.length) + hash + run
}
