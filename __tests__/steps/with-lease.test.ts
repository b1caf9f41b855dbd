import { SSMClient } from '@aws-sdk/client-ssm'
import { expect, test } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { parameterLease, parameterQueue } from '../../src/adapters/aws/ssm/lease.ts'
import type { Lease } from '../../src/domain/lease/lease.ts'
import type { Shared } from '../../src/ports/state/shared.ts'
import { NO_COMMIT } from '../../src/steps/lease/acquire-lease.ts'
import { withLease } from '../../src/steps/lease/with-lease.ts'
import { answerAsParameterStore, CLIENT } from '../fakes/parameter-store.ts'
import type { Parameters } from '../fakes/parameter-store.ts'
import { aWorld } from '../fakes/world.ts'

test('a renewal in progress when the service is destroyed leaves no lease behind', async () => {
  const parameters: Parameters = new Map()
  answerAsParameterStore(mockClient(SSMClient), parameters)
  const stored = parameterLease(CLIENT)
  const begun = Promise.withResolvers<void>()
  const goes = Promise.withResolvers<void>()
  const slow: Shared<Lease> = {
    ...stored,
    async write(service, lease, over) {
      if (lease.beat === 1 && !lease.free) {
        begun.resolve()
        await goes.promise
      }
      return stored.write(service, lease, over)
    },
    async remove(service) {
      await stored.remove(service)
      goes.resolve()
    },
  }
  const { ctx } = aWorld({ command: 'destroy' })
  const ended = withLease({ ...ctx, lease: slow, queue: parameterQueue(CLIENT) }, { ...NO_COMMIT, isLast: true }, () => begun.promise)
  await begun.promise
  // Whoever does not wait for it has deleted the lease by then.
  await new Promise((resolve) => void setImmediate(resolve))
  goes.resolve()
  await ended
  await new Promise((resolve) => void setImmediate(resolve))
  expect([...parameters.keys()]).toEqual([])
})
