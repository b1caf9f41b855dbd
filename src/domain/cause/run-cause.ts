import { REFUSALS } from '../refusal.ts'
import type { Refusing } from '../refusal.ts'
import type { Cause } from './cause.ts'

/** Causes of failures before the run reaches its hosts. */
type Failing =
  | 'aws-unavailable'
  | 'credentials-expired'
  | 'credentials-refused'
  | 'no-credentials'
  | 'no-identity-token'
  | 'role-not-assumed'
  | 'not-allowed'
  | 'unhealthy-setup'
  | 'unknown-region'
  | 'account-limit'
  | 'account-not-ready'
  | 'host-in-use'
  | 'host-terminated'
  | 'host-timeout'
  | 'launch-refused'
  | 'names-elsewhere'
  | 'names-failed'
  | 'no-capacity'
  | 'no-default-ami'
  | 'no-default-vpc'
  | 'profile-not-visible'
  | 'role-in-use'
  | 'role-taken'
  | 'repository-taken'
  | 'security-group-in-use'
  | 'security-group-taken'
  | 'termination-protected'
  | 'stop-refused'
  | 'unknown-ami'
  | 'unknown-instance-type'
  | 'unknown-subnet'
  | 'wrong-architecture'
  | 'build-failed'
  | 'build-secret-missing'
  | 'copy-failed'
  | 'docker-not-running'
  | 'multi-platform'
  | 'no-buildx'
  | 'no-docker'
  | 'no-dockerfile'
  | 'no-repository'
  | 'pull-limited'
  | 'push-denied'
  | 'push-failed'
  | 'tag-exists'
  | 'wrong-builder-platform'
  | 'record-too-large'
  | 'trusted-root-missing'

/** The codes of `DeployError`; runner and hosts share some causes. */
export type ErrorCode = Refusing | Failing | Cause

/** All values of the output `cause`. `unexpected` is a defect of the action. */
export type RunCause = ErrorCode | 'cancelled' | 'unexpected'

/** Whether the cause is a refusal, by which a run changed nothing. */
export function isRefusal(code: RunCause): boolean {
  return REFUSALS.some((refusal) => refusal === code)
}
