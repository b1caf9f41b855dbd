import type { Context } from '../../context.ts'
import type { HostsSeen } from '../../domain/rollout/host-status.ts'
import { parseStatusResult } from '../../domain/rollout/result.ts'
import { serviceOfKey, serviceKey } from '../../domain/service.ts'
import type { Service } from '../../domain/service.ts'

/** Asks hosts about a service with a command that can do nothing else; returns the answers, or why there are none. */
export async function askForStatus(
  { statusQuery, signal }: Pick<Context, 'statusQuery' | 'signal'>,
  service: Service,
  hostIds: readonly string[],
): Promise<HostsSeen> {
  const asked = await statusQuery.ask(service, hostIds, signal)
  if (asked.kind === 'not-asked') return asked
  const seen = asked.answers.map(({ hostId, stdout }) => {
    const { services, kept, others = [] } = parseStatusResult(stdout) ?? {}
    const status = services?.find((one) => one.service === serviceKey(service))
    return { hostId, status, others: others.map(serviceOfKey), kept, answered: services !== undefined }
  })
  const silent = seen.find(({ answered }) => !answered)
  return silent ? { kind: 'not-asked', reason: `${silent.hostId} did not answer` } : { kind: 'asked', hosts: seen }
}
