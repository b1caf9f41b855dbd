import type { Context } from '../../context.ts'
import type { HostsSeen } from '../../domain/rollout/host-status.ts'
import { parseStatusResult } from '../../domain/rollout/result.ts'
import { serviceKey } from '../../domain/service.ts'
import type { Service } from '../../domain/service.ts'

/** What hosts say of a service, asked by a command that can do nothing else; or why they could not be asked. */
export async function askForStatus(
  { statusQuery, signal }: Pick<Context, 'statusQuery' | 'signal'>,
  service: Service,
  hostIds: readonly string[],
): Promise<HostsSeen> {
  const asked = await statusQuery.ask(service, hostIds, signal)
  if (asked.kind === 'not-asked') return asked
  const seen = asked.answers.map(({ hostId, stdout }) => {
    const services = parseStatusResult(stdout)?.services
    return { hostId, status: services?.find((one) => one.service === serviceKey(service)), answered: services !== undefined }
  })
  const silent = seen.find(({ answered }) => !answered)
  return silent ? { kind: 'not-asked', reason: `${silent.hostId} gave no answer` } : { kind: 'asked', hosts: seen }
}
