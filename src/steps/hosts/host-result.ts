import type { Cause } from '../../domain/cause/cause.ts'
import { parseDeployResult } from '../../domain/rollout/result.ts'
import type { DeployResult, HostResult } from '../../domain/rollout/result.ts'
import type { RemoteAnswer } from '../../ports/hosts/remote.ts'

/** What a host tells of its work. `late`: it took all of its time. */
export function resultOf(answer: RemoteAnswer, late = false): HostResult {
  return { ...(parseDeployResult(answer.stdout) ?? withoutResult(answer, late)), hostId: answer.hostId }
}

/** A program that was killed has no result to give; then the answer's status is all there is to tell. */
function withoutResult(answer: RemoteAnswer, late: boolean): DeployResult {
  const logs = `${answer.stdout}\n${answer.stderr}`.trim()
  return {
    outcome: 'failed',
    rolledBack: false,
    served: undefined,
    cause: causeOf(answer.status, late),
    previous: '',
    serving: '',
    servingRelease: '',
    exitCode: undefined,
    healthCode: undefined,
    ports: [],
    detail: '',
    evidence: { logs, health: '', host: '' },
    canary: undefined,
    findings: [],
    secrets: {},
    volumes: [],
    steps: [],
  }
}

/** SSM calls also those timed out that somebody killed. */
function causeOf(status: RemoteAnswer['status'], late: boolean): Cause {
  if (status === 'timed-out' && late) return 'command-timed-out'
  if (status === 'not-started') return 'not-started'
  return status === 'undelivered' ? 'agent-offline' : 'program-failed'
}
