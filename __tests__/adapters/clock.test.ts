import { expect, test } from '@jest/globals'
import { systemClock } from '../../src/adapters/clock.ts'
import { Cancelled } from '../../src/errors.ts'

test('sleeps', async () => {
  const clock = systemClock(new AbortController().signal)
  const start = clock.now()
  await clock.sleep(5)
  expect(clock.now() - start).toBeGreaterThanOrEqual(4)
})

test('stops sleeping when the run is cancelled', async () => {
  const cancel = new AbortController()
  const clock = systemClock(cancel.signal)
  const asleep = clock.sleep(60_000)
  cancel.abort()
  await expect(asleep).rejects.toThrow(Cancelled)
  await expect(clock.sleep(60_000)).rejects.toThrow(Cancelled)
})
