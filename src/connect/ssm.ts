import { SSMClient } from '@aws-sdk/client-ssm'
import { parameterLease } from '../adapters/parameter-lease.ts'
import { parameterRecords } from '../adapters/parameter-records.ts'
import { cancelLeftover } from '../adapters/ssm-leftover.ts'
import type { SentCommand } from '../adapters/ssm-leftover.ts'
import { ssmRemote } from '../adapters/ssm-remote.ts'
import type { SsmRemoteSpec } from '../adapters/ssm-remote.ts'
import type { Service } from '../domain/service.ts'
import type { Clock } from '../ports/clock.ts'
import type { Lease } from '../ports/lease.ts'
import type { Records } from '../ports/records.ts'
import type { Remote } from '../ports/remote.ts'
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
