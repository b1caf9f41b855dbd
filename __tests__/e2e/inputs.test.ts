/** What the bundle makes of a step before it asks anything of AWS: it needs no cloud. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect } from '@jest/globals'
import { runAction } from '../../local/runner/runner.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { COMMANDS } from '../../src/domain/command.ts'
import { INPUTS } from '../../src/config/inputs/inputs.ts'
import { errorOf } from './support/test-bed.ts'
import { given, it } from './support/test.ts'
import { temporaryFolder } from '../fakes/temporary-folder.ts'

const ROOT = join(import.meta.dirname, '..', '..')
let workspace: string

const checkout = given(async () => {
  workspace = temporaryFolder('inputs')
  await mkdir(join(workspace, '.git'))
  await mkdir(join(workspace, '.github'))
})

async function step(action: string, inputs: Record<string, string>, file = ''): Promise<ActionRun> {
  await checkout()
  await writeFile(join(workspace, '.github', 'docker-to-ec2.yml'), file)
  return runAction({ action: join(ROOT, action), inputs, cwd: workspace })
}

/** The lines that name what is wrong. */
const problemsOf = (run: ActionRun): readonly string[] =>
  [...(errorOf(run) ?? '').matchAll(/^(?: {2}|A problem with the inputs: )(.*)$/gm)].map(([, line = '']) => line)

describe('the action of a command', () => {
  it.each(COMMANDS.map((command) => [command]))('%s runs its command, in both phases', async (command) => {
    // Of these, each command but the wrong one refuses another set.
    const names = [
      'release',
      'promote-from',
      'plan-comment',
      'destroy-repository',
      'port',
      'env',
      'instance-id',
      'max-concurrency',
      'http-port',
    ] as const
    const run = await step(command, Object.fromEntries(names.map((name) => [name, 'x'])))
    const refused = problemsOf(run).flatMap((line) => (line.includes(': only valid with command') ? [line.split(':')[0]] : []))
    expect(refused).toEqual(
      Object.keys(INPUTS).filter((name) => names.some((one) => one === name && !INPUTS[one].commands.includes(command))),
    )
    expect(run).toMatchObject({ code: 1, outputs: { outcome: 'refused', cause: 'inputs' }, post: { code: 0 } })
  })

  it.each(COMMANDS.map((command) => [command]))('%s accepts no other command', async (command) => {
    for (const inputs of [{ command: 'destroy' }, { command }, { 'command-destroy': 'yes' }, { [`command-${command}`]: '' }]) {
      expect(problemsOf(await step(command, { ...inputs, 'aws-region': 'us-east-1' }))).toContainEqual(
        expect.stringMatching(/^command: not to be set here/),
      )
    }
  })

  it('has a marker that the main action rejects', async () => {
    const run = await step('.', { 'command-destroy': 'true', 'aws-region': 'us-east-1', port: '1' })
    expect(problemsOf(run)).toEqual([expect.stringMatching(/^command: not to be set here/)])
  })
})

describe('the configuration file', () => {
  it('is read from the checkout, and its errors are reported with those of the step', async () => {
    const file = 'service: web\nport: "80"\nenv:\n  A: 1\n  A: 2\n'
    const run = await step('.', { memory: 'lots' }, file)
    expect(problemsOf(run)).toEqual([
      'memory: got "lots"; expected a size from 6m to 1048576g, such as 512m or 2g',
      expect.stringMatching(/^\.github\/docker-to-ec2\.yml:5:3: A: a repeated name/),
    ])
  })

  it('provides inputs that the step does not set', async () => {
    const run = await step('.', {}, 'service: web\nport: "80"\nhelth-path: /\n')
    expect(problemsOf(run)).toEqual([
      '.github/docker-to-ec2.yml:2:7: port: got "80"; expected a whole number from 1 to 65535, without quotes',
      '.github/docker-to-ec2.yml:3:1: helth-path: no such input; did you mean `health-path`?',
      expect.stringMatching(/^aws-region: missing/),
    ])
  })

  it('must exist if the step names it', async () => {
    expect(problemsOf(await step('status', { config: 'web.yml' }))).toEqual(['config: there is no web.yml in the checkout'])
  })
})
