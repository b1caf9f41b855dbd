import * as v from 'valibot'
import { line } from '../untrusted.ts'
import type { Frozen } from '../untrusted.ts'

/** The commands that make a deployment. */
export const DEPLOYING = ['deploy', 'promote', 'rollback', 'restart'] as const

export type Deploying = (typeof DEPLOYING)[number]

/** ISO 8601, in UTC. */
const time = v.pipe(v.string(), v.isoTimestamp())

/** What is known as the hosts begin. GitHub keeps the payload of a deployment as it was created: https://docs.github.com/en/rest/deployments/deployments */
const STARTED = {
  schema: v.literal(1),
  service: line,
  environment: line,
  command: v.picklist(DEPLOYING),
  /** The name of the release. */
  release: line,
  /** The version that people know the release by; its commit where it has no other. */
  version: line,
  /** Of the image: `sha256:...`. */
  digest: line,
  commit: v.exactOptional(line),
  committedAt: v.exactOptional(time),
  startedAt: time,
}

/** What only the end shows. It stands in the description of a status: see status-text.ts. */
const ENDED = {
  /** An `Outcome`. */
  outcome: v.picklist(['deployed', 'unchanged', 'rolled-back', 'restarted', 'refused', 'failed', 'cancelled']),
  /** A cause as docs/causes.md lists it, of a later version of the action, too. */
  cause: v.exactOptional(line),
  /** When the new release got all traffic. */
  servedAt: v.exactOptional(time),
  /** When it counted as verified: after the bake. */
  verifiedAt: v.exactOptional(time),
  /** When the first bad answer was seen, or the release was refused. */
  failedAt: v.exactOptional(time),
  /** What brought the service back to a verified release. */
  recoveredBy: v.exactOptional(v.picklist(['bake', 'canary', 'hand'])),
}

/** The payload of a deployment on GitHub. */
export const STARTED_DEPLOYMENT = v.object(STARTED)
export type StartedDeployment = Frozen<typeof STARTED_DEPLOYMENT>

export const ENDED_DEPLOYMENT = v.object(ENDED)
export type EndedDeployment = Frozen<typeof ENDED_DEPLOYMENT>

/** A whole deployment: its payload, with what its statuses say of its end. `readDeployment` (listed.ts) makes it of what GitHub gives. */
export const DEPLOYMENT = v.object({ ...STARTED, ...ENDED })
export type DeploymentPayload = Frozen<typeof DEPLOYMENT>
