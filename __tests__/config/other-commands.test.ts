import { expect, it } from '@jest/globals'
import { readConfig } from '../fakes/read-config.ts'
import { INPUTS } from '../../src/config/inputs/inputs.ts'
import type { InputName } from '../../src/config/inputs/inputs.ts'
import { COMMANDS } from '../../src/domain/command.ts'

const GITHUB = { GITHUB_REPOSITORY: 'acme/web', GITHUB_SHA: 'a'.repeat(40), AWS_REGION: 'us-east-1' }

/** What a step is told that gives this text to an input. */
function problemsOf(command: string, name: InputName, text: string): string {
  try {
    readConfig({ ...GITHUB, INPUT_COMMAND: command, [`INPUT_${name.toUpperCase()}`]: text })
    return ''
  } catch (error) {
    return String(error)
  }
}

const pairs = (Object.keys(INPUTS) as InputName[]).flatMap((name) =>
  COMMANDS.filter((command) => !INPUTS[name].commands.includes(command)).map((command) => [name, command] as const),
)

it('an input of another command is refused, whatever its value', () => {
  expect(pairs.length).toBeGreaterThan(1000)
  const taken = pairs.filter(([name, command]) => !problemsOf(command, name, 'no value of it').includes(`${name}: only valid with command`))
  expect(taken.map((pair) => pair.join(' with '))).toEqual([])
})
