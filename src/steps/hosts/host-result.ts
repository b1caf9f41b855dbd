import type { Context } from '../../context.ts'
import type { Cause } from '../../domain/cause/cause.ts'
import { explainCause } from '../../domain/cause/explain-cause.ts'
import type { DeployResult, HostResult } from '../../domain/rollout/result.ts'
import { DeployError } from '../../errors.ts'
import type { RemoteAnswer } from '../../ports/hosts/remote.ts'

/** The host's result, or a result from its answer if it gave none. `late`: it used up its time. */
export function resultOf(answer: RemoteAnswer, result: DeployResult | undefined, late = false): HostResult {
  return { ...(result ?? withoutResult(answer, late)), hostId: answer.hostId }
}

/** Why a host `does not do` something, with its log. */
export function hostError({ config, progress }: Pick<Context, 'config' | 'progress'>, failed: HostResult, doesNot: string): DeployError {
  const { hostId, cause = 'program-failed', evidence } = failed
  if (evidence.logs !== '') progress.info(evidence.logs)
  const { sentence, hint } = explainCause({ ...failed, cause, port: config.spec.port, healthPath: config.spec['health-path'] })
  return new DeployError(cause, `${hostId} ${doesNot}: ${sentence}`, { hint })
}

/** A killed program writes no result, so the answer's status must do. */
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
    looked: false,
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

/** SSM also reports a killed command as timed out. */
function causeOf(status: RemoteAnswer['status'], late: boolean): Cause {
  if (status === 'timed-out' && late) return 'command-timed-out'
  if (status === 'not-started' || status === 'agent-failed') return status
  return status === 'undelivered' ? 'agent-offline' : 'program-failed'
}
