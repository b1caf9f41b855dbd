import { SSMClient } from '@aws-sdk/client-ssm'
import { parameterLease } from '../adapters/aws/ssm/lease.ts'
import { parameterRecords } from '../adapters/aws/ssm/records.ts'
import { cancelLeftover } from '../adapters/aws/ssm/leftover.ts'
import type { SentCommand } from '../adapters/aws/ssm/remote-spec.ts'
import { ssmRemote } from '../adapters/aws/ssm/remote.ts'
import type { SsmRemoteSpec } from '../adapters/aws/ssm/remote-spec.ts'
import type { Service } from '../domain/service.ts'
import type { Clock } from '../ports/clock.ts'
import type { Lease } from '../ports/state/lease.ts'
import type { Records } from '../ports/state/records.ts'
import type { Remote } from '../ports/hosts/remote.ts'
import type { ClientOptions } from './options.ts'

interface Ssm {
  readonly client: SSMClient
  readonly records: Records
  readonly lease: Lease
  remote(spec: Omit<SsmRemoteSpec, 'client'>): Remote
}

export function connectSsm(options: ClientOptions, saveLease?: (service: Service, owner: string) => void): Ssm {
  const client = new SSMClient(options)
  return {
    client,
    records: parameterRecords(client),
    lease: parameterLease(client, saveLease),
    remote: (spec) => ssmRemote({ ...spec, client }),
  }
}

/** For the `post` phase, which knows nothing but the command that its run sent last. Gives the id of what was cancelled. */
export function cancelSent(options: ClientOptions, clock: Clock, sent: SentCommand): Promise<string | undefined> {
  return cancelLeftover(new SSMClient(options), clock, sent)
}
