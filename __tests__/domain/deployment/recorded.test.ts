import { expect, test } from '@jest/globals'
import { COMMANDS, WORKS_ON_HOSTS } from '../../../src/domain/command.ts'
import { recordedCommand, recordedEnd, SHOWN_ON_GITHUB } from '../../../src/domain/deployment/recorded.ts'

test('whatever works on hosts is recorded, and takes the input that says so; a plan only looks', () => {
  const recorded = COMMANDS.filter((command) => recordedCommand(command) !== undefined)
  expect(new Set(recorded)).toEqual(new Set(WORKS_ON_HOSTS.filter((command) => command !== 'plan')))
  expect(new Set(SHOWN_ON_GITHUB)).toEqual(new Set([...recorded, 'destroy', 'sweep']))
})

test.each([
  ['destroy', 'destroyed', 'removed'],
  ['preview', 'destroyed', 'removed'],
  ['preview', 'deployed', 'deploy'],
  ['rollback', 'failed', 'rollback'],
  ['destroy', 'failed', undefined],
  ['status', 'reported', undefined],
] as const)('%s that ends %s writes %s', (command, outcome, expected) => {
  expect(recordedEnd(command, outcome)).toBe(expected)
})

test('a sweep removes previews, so it does not end the deployment of its own service, whose environment is the default', () => {
  expect(recordedEnd('sweep', 'destroyed')).toBeUndefined()
})
