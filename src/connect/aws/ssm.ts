import { SSMClient } from '@aws-sdk/client-ssm'
import { parameterLease, parameterQueue } from '../../adapters/aws/ssm/lease.ts'
import { parameterSteering } from '../../adapters/aws/ssm/steering.ts'
import { parameterRecords } from '../../adapters/aws/ssm/records.ts'
import { cancelLeftover } from '../../adapters/aws/ssm/leftover.ts'
import type { SentCommand } from '../../ports/post-cleanup.ts'
import { ssmRemote } from '../../adapters/aws/ssm/remote.ts'
import type { SsmRemoteSpec } from '../../adapters/aws/ssm/remote-spec.ts'
import { documentStatusQuery } from '../../adapters/aws/ssm/status-document.ts'
import type { Service } from '../../domain/service.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Lease } from '../../domain/lease/lease.ts'
import type { Steering } from '../../domain/canary/steering.ts'
import type { Queue } from '../../domain/lease/queue.ts'
import type { Shared } from '../../ports/state/shared.ts'
import type { Records } from '../../ports/state/records.ts'
import type { Remote } from '../../ports/hosts/remote.ts'
import type { StatusQuery } from '../../ports/hosts/status-query.ts'
import { permitted } from './permitted.ts'
import type { ClientOptions } from './options.ts'

interface Ssm {
  readonly client: SSMClient
  readonly records: Records
  readonly lease: Shared<Lease>
  readonly queue: Shared<Queue>
  readonly steering: Shared<Steering>
  remote(spec: Omit<SsmRemoteSpec, 'client'>): Remote
  statusQuery(spec: Pick<SsmRemoteSpec, 'clock' | 'onWait'>): StatusQuery
}

export function connectSsm(options: ClientOptions, saveLease?: (service: Service, owner: string) => void): Ssm {
  const client = permitted(new SSMClient(options), options.permit)
  return {
    client,
    records: parameterRecords(client),
    lease: parameterLease(client, saveLease),
    queue: parameterQueue(client),
    steering: parameterSteering(client),
    remote: (spec) => ssmRemote({ ...spec, client }),
    statusQuery: (spec) => documentStatusQuery({ ...spec, client }),
  }
}

/** For the `post` phase, which knows only the last command of its run. Returns the id of the cancelled command. */
export function cancelSent(options: ClientOptions, clock: Clock, sent: SentCommand): Promise<string | undefined> {
  return cancelLeftover(new SSMClient(options), clock, sent)
}
