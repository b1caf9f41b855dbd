import { expect, test } from '@jest/globals'
import { queued } from '../../../src/domain/lease/queue.ts'
import type { Waiter } from '../../../src/domain/lease/queue.ts'

const waiter = (number: number, command: Waiter['command'] = 'deploy'): Waiter => ({
  owner: `1234567890${number}/1/8b1f1f6e-7d0c-4c52-9b0e-0d6ab3a2f3f1`,
  command,
  actor: 'ada',
  runUrl: `https://github.com/acme/web/actions/runs/1234567890${number}`,
  commit: 'c'.repeat(40),
  beat: 1,
})
const inTurn = (all: readonly Waiter[]): readonly Waiter[] =>
  all.reduce((queue: readonly Waiter[], one) => queued(queue, one.owner, one), [])
const many = Array.from({ length: 50 }, (_, number) => waiter(number))

test('a run is in the queue once, at its end, until it leaves', () => {
  const queue = inTurn([waiter(1), waiter(2), waiter(1)])
  expect(queue).toEqual([waiter(2), waiter(1)])
  expect(queued(queue, waiter(2).owner)).toEqual([waiter(1)])
})

test('a queue fits into a parameter whoever waits, and contains the newest runs', () => {
  const queue = inTurn(many)
  expect(JSON.stringify({ waiting: queue, over: 999_999_999 }).length).toBeLessThanOrEqual(4096)
  expect(queue.length).toBeGreaterThan(8)
  expect(queue).toEqual(many.slice(-queue.length))
})

test('what is urgent stays in it', () => {
  expect(inTurn([waiter(100, 'rollback'), ...many])).toContainEqual(waiter(100, 'rollback'))
  expect(inTurn([...many, waiter(100, 'rollback')])).toContainEqual(waiter(100, 'rollback'))
  const urgent = inTurn(many.map((one) => ({ ...one, command: 'rollback' as const })))
  expect(JSON.stringify(urgent).length).toBeLessThanOrEqual(4096)
})
