import { describe, expect, it } from '@jest/globals'
import { readConfig } from '../../fakes/read-config.ts'
import { commandOf } from '../../../src/config/step/step.ts'
import { COMMANDS } from '../../../src/domain/command.ts'
import { INPUTS } from '../../../src/config/inputs/inputs.ts'
import type { InputName } from '../../../src/config/inputs/inputs.ts'

describe('the command', () => {
  it.each([
    ['by default', {}, 'deploy'],
    ['as the runner hands it over', { INPUT_COMMAND: 'deploy' }, 'deploy'],
    ['given', { INPUT_COMMAND: 'rollback' }, 'rollback'],
    ['of an action that has only one', { 'INPUT_COMMAND-ROLLBACK': 'true' }, 'rollback'],
  ])('%s', (_, env, command) => {
    expect(commandOf(env)).toEqual({ command, problems: [] })
  })

  it.each([
    ['another one, to the action of a rollback', { 'INPUT_COMMAND-ROLLBACK': 'true', INPUT_COMMAND: 'destroy' }],
    ['the same one', { 'INPUT_COMMAND-ROLLBACK': 'true', INPUT_COMMAND: 'rollback' }],
    ['the mark of another one', { 'INPUT_COMMAND-ROLLBACK': 'true', 'INPUT_COMMAND-DESTROY': 'true' }],
    ['the mark of a command, to the action of all', { INPUT_COMMAND: 'deploy', 'INPUT_COMMAND-DESTROY': 'true' }],
    ['the mark taken away', { 'INPUT_COMMAND-ROLLBACK': '' }],
    ['the mark set to something else', { 'INPUT_COMMAND-ROLLBACK': 'destroy' }],
  ])('%s is refused', (_, env) => {
    expect(commandOf(env)).toMatchObject({ command: undefined, problems: [{ input: 'command' }] })
  })
})

describe('an input in the step that its command has no use for', () => {
  const GITHUB = { GITHUB_REPOSITORY: 'acme/web', GITHUB_SHA: 'a'.repeat(40), AWS_REGION: 'us-east-1' }
  const useless = COMMANDS.flatMap((command) =>
    (Object.keys(INPUTS) as InputName[]).filter((name) => !INPUTS[name].commands.includes(command)).map((name) => [command, name] as const),
  )

  it.each(useless)('%s refuses %s', (command, name) => {
    const read = () => readConfig({ ...GITHUB, INPUT_COMMAND: command, [`INPUT_${name.toUpperCase()}`]: '1' })
    expect(read).toThrow(`${name}: only valid with command `)
  })

  it('is not one that the runner hands over', () => {
    const env = { ...GITHUB, INPUT_COMMAND: 'status', 'INPUT_PLAN-HASH': 'none', INPUT_PORT: '', 'INPUT_ALLOW-ROLLED-BACK': '' }
    expect(readConfig(env).command).toBe('status')
  })
})
