import * as v from 'valibot'
import { isoTime, line } from '../untrusted.ts'
import type { Frozen } from '../untrusted.ts'

/** The commands that create a deployment. */
const DEPLOYING = ['deploy', 'promote', 'rollback', 'restart'] as const

export type Deploying = (typeof DEPLOYING)[number]

/** Known when the hosts start. GitHub never changes the payload of a deployment: https://docs.github.com/en/rest/deployments/deployments */
const STARTED = {
  schema: v.literal(1),
  service: line,
  environment: line,
  command: v.picklist(DEPLOYING),
  /** The name of the release. */
  release: line,
  /** The release's version; its commit if it has no other. */
  version: line,
  /** Digest of the image: `sha256:...`. */
  digest: line,
  commit: v.exactOptional(line),
  committedAt: v.exactOptional(isoTime),
  startedAt: isoTime,
}

/** Known only at the end. It is in the description of a status: see status-text.ts. */
const ENDED = {
  /** An `Outcome`. */
  outcome: v.picklist(['deployed', 'unchanged', 'rolled-back', 'restarted', 'refused', 'failed', 'cancelled']),
  /** A cause from docs/causes.md, possibly of a later version of the action. */
  cause: v.exactOptional(line),
  /** When the new release got all traffic. */
  servedAt: v.exactOptional(isoTime),
  /** When it counted as verified: after the bake. */
  verifiedAt: v.exactOptional(isoTime),
  /** When the first bad answer was observed, or the release was refused. */
  failedAt: v.exactOptional(isoTime),
  /** What returned the service to a verified release. */
  recoveredBy: v.exactOptional(v.picklist(['bake', 'canary', 'hand'])),
}

/** The payload of a deployment on GitHub. */
export const STARTED_DEPLOYMENT = v.object(STARTED)
export type StartedDeployment = Frozen<typeof STARTED_DEPLOYMENT>

export const ENDED_DEPLOYMENT = v.object(ENDED)
export type EndedDeployment = Frozen<typeof ENDED_DEPLOYMENT>

/** A complete deployment: its payload, and what its statuses say about its end. `readDeployment` (listed.ts) reads it from GitHub's answers. */
export const DEPLOYMENT = v.object({ ...STARTED, ...ENDED })
export type DeploymentPayload = Frozen<typeof DEPLOYMENT>
