// The action.yml of each command, beside the root's, which has all inputs.
import { COMMANDS } from '../src/domain/command.ts'
import type { Command } from '../src/domain/command.ts'
import type { Effect } from '../src/domain/field/field.ts'
import { markOf } from '../src/config/step/step.ts'

export interface InputRow {
  readonly description: string
  readonly default: string | undefined
  /** The default that action.yml declares. It only mentions another one, because the runner would pass it as if the step had set it. */
  readonly passed: string | undefined
  readonly required: boolean
  /** Heading in the README. */
  readonly group: string
  readonly commands: readonly Command[]
  readonly effect: Effect
  readonly ofRun: boolean
}

export interface OutputRow {
  readonly description: string
  readonly commands: readonly Command[]
  /** Missing: text. */
  readonly type?: 'float'
}

export interface Tables {
  readonly inputs: Readonly<Record<string, InputRow>>
  readonly outputs: Readonly<Record<string, OutputRow>>
}

export const SUB_ACTIONS = {
  deploy: 'Build the image of a commit, and serve it from the EC2 hosts of the service without downtime',
  preview: 'Serve a pull request on a shared host until it is closed',
  plan: 'Show what a deploy would do, and change nothing',
  promote: 'Deploy the verified release of one environment to another, without a build',
  rollback: 'Return the service on its EC2 hosts to an earlier release',
  restart: 'Restart the live release with fresh secrets, without losing a request',
  status: 'Show what is live on the EC2 hosts of the service, and change nothing',
  logs: 'Show the last lines that the containers of the service wrote to their logs, and change nothing',
  metrics: 'Show deployment frequency, lead time, change failure rate and time to recovery of the service',
  freeze: 'Block deploys and promotions of the service for a while',
  unfreeze: 'Allow deploys and promotions of the service again',
  steer: 'Pause, continue, skip or abort a canary that another run leads',
  schedule: 'Start or stop the hosts of the service, as its schedule says',
  doctor: 'Check what a deploy needs, and say how to fix what is wrong',
  destroy: 'Remove the service and everything that was created for it',
  sweep: 'Remove the previews of pull requests that are not needed any more',
  comment: 'Read the command in a comment on a pull request or an issue, and check who may give it',
} as const satisfies Record<Command, string>

export type SubAction = keyof typeof SUB_ACTIONS

/** The action.yml for this command, with the inputs and outputs that it uses. */
export function subAction(command: SubAction, { inputs, outputs }: Tables): string {
  const own = ofCommand(inputs, command)
  const told = ofCommand(outputs, command)
  return `# Written by \`npm run docs\` from src/config/inputs/, src/domain/release/settings/ and src/report/outputs.ts.
name: 'Docker to EC2: ${command}'
description: ${quote(SUB_ACTIONS[command])}
author: 'docker-to-ec2 authors'

inputs:
${inputsYaml(own)}  ${markOf(command)}:
    description: 'Names the command of this action. Do not set it.'
    required: false
    default: 'true'

outputs:
${outputsYaml(told)}
runs:
  using: 'node24'
  main: '../dist/index.js'
  post: '../dist/index.js'
  post-if: 'always()'
`
}

/** The rows for a command. Its own action needs no input that names it. */
export function ofCommand<T extends { readonly commands: readonly Command[] }>(
  rows: Readonly<Record<string, T>>,
  command: SubAction,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(rows).filter(([name, row]) => name !== 'command' && row.commands.includes(command)))
}

export function inputsYaml(inputs: Tables['inputs']): string {
  return Object.entries(inputs)
    .map(([name, row]) => {
      const told = row.default === undefined || row.default === row.passed ? '' : ` Default: \`${row.default}\`.`
      const lines = [`  ${name}:`, `    description: ${quote(row.description + told)}`, `    required: ${row.required}`]
      return [...lines, ...passedYaml(row), ''].join('\n')
    })
    .join('')
}

function passedYaml({ passed, default: standard }: InputRow): readonly string[] {
  if (passed === undefined) return []
  return [`    default: ${quote(passed)}${passed === standard ? '' : ' # passed if the step leaves this input out'}`]
}

export function outputsYaml(outputs: Tables['outputs']): string {
  return Object.entries(outputs)
    .map(([name, row]) => `  ${name}:\n    description: ${quote(row.description)}\n`)
    .join('')
}

/** As few commands are named as exceptions. */
const FEW = 3

/** The commands of a row in words. */
export function commandWords(commands: readonly Command[]): string {
  const others = COMMANDS.filter((command) => !commands.includes(command))
  if (others.length === 0) return 'all'
  return others.length <= FEW ? `all except ${others.join(', ')}` : commands.join(', ')
}

function quote(text: string): string {
  return text.includes('\n') ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`
}
