import type { SSMClient } from '@aws-sdk/client-ssm'
import * as v from 'valibot'
import { COMMANDS } from '../../../domain/command.ts'
import type { Lease } from '../../../domain/lease/lease.ts'
import type { Queue } from '../../../domain/lease/queue.ts'
import { leaseName, queueName } from '../../../domain/service.ts'
import type { Service } from '../../../domain/service.ts'
import { count, line, readJson } from '../../../domain/untrusted.ts'
import type { Shared } from '../../../ports/state/shared.ts'
import { sharedParameter } from './shared-parameter.ts'

/** Calls `saveLease` before it requests the lease, so that another process can release the lease after a kill. */
export function parameterLease(client: SSMClient, saveLease: (service: Service, owner: string) => void = () => undefined): Shared<Lease> {
  const stored = sharedParameter(client, leaseName, parseLease)
  return {
    ...stored,
    async write(service, lease, over) {
      if (lease.beat === 0) saveLease(service, lease.owner)
      return stored.write(service, lease, over)
    },
  }
}

export function parameterQueue(client: SSMClient): Shared<Queue> {
  return sharedParameter(client, queueName, parseQueue)
}

/** One line: waiting runs log it. */
const word = v.fallback(v.pipe(line, v.maxLength(500)), '')

/** A command of another version of the action, unknown to this one, is treated like a deploy. */
const runner = { owner: v.string(), command: v.fallback(v.picklist(COMMANDS), 'deploy'), actor: word, runUrl: word }

/** Only the holder and its token are required: a holder whose other fields this version cannot read still holds the lease. */
const LEASE = v.object({ ...runner, token: count, free: v.fallback(v.boolean(), false), beat: v.fallback(count, 0) })

const QUEUE = v.object({ waiting: v.pipe(v.array(v.object({ ...runner, commit: word, beat: v.fallback(count, 0) })), v.maxLength(1000)) })

function parseLease(text: string): Lease | undefined {
  return readJson(LEASE, text)
}

function parseQueue(text: string): Queue | undefined {
  return readJson(QUEUE, text)
}
