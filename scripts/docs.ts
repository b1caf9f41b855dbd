// Writes everything generated from tables: the marked blocks of action.yml and README.md, the other actions, the types of all, the schema, the page of causes.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Effect } from '../src/domain/field/field.ts'
import { INPUTS } from '../src/config/inputs/inputs.ts'
import { OUTPUTS } from '../src/report/outputs.ts'
import { commandWords, inputsYaml, outputsYaml, SUB_ACTIONS, subAction } from './actions.ts'
import type { InputRow, SubAction, Tables } from './actions.ts'
import { causesPage } from './causes/page.ts'
import { schemaOf } from './schema.ts'
import { actionTypes } from './types.ts'

interface Texts {
  readonly action: string
  readonly readme: string
}

const ROOT = new URL('../', import.meta.url)
const EFFECTS = { run: 'the run', release: 'a new release', 'new-host': 'a new host' } as const satisfies Record<Effect, string>

if (import.meta.main) {
  for (const [path, text] of Object.entries(generated())) {
    const file = fileURLToPath(new URL(path, ROOT))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

/** Every completely or partly generated file, by its path in the repository. */
export function generated(): Readonly<Record<string, string>> {
  const tables: Tables = { inputs: INPUTS, outputs: OUTPUTS }
  const { action, readme } = render({ action: read('action.yml'), readme: read('README.md') }, tables)
  const commands = Object.keys(SUB_ACTIONS) as SubAction[]
  const schema = `${JSON.stringify(schemaOf(INPUTS, INPUTS.environment.schema), null, 2)}\n`
  return {
    'action.yml': action,
    'README.md': readme,
    'action-types.yml': actionTypes({ inputs: INPUTS, outputs: OUTPUTS }),
    ...Object.fromEntries(commands.map((command) => [`${command}/action.yml`, subAction(command, tables)])),
    ...Object.fromEntries(
      commands.map((command) => [`${command}/action-types.yml`, actionTypes({ inputs: INPUTS, outputs: OUTPUTS }, command)]),
    ),
    'schema/docker-to-ec2.schema.json': schema,
    'docs/causes.md': causesPage(),
  }
}

export function read(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8')
}

/** Returns both texts with their blocks replaced; throws when a marker or a description is missing. */
export function render({ action, readme }: Texts, { inputs, outputs }: Tables): Texts {
  const undescribed = Object.entries({ ...inputs, ...outputs }).filter(([, row]) => row.description.trim() === '')
  if (undescribed.length > 0) throw new Error(`no description: ${undescribed.map(([name]) => name).join(', ')}`)
  return {
    action: fill(fill(action, 'inputs', inputsYaml(inputs)), 'outputs', outputsYaml(outputs)),
    readme: fill(fill(fill(readme, 'run-inputs', runInputs(inputs)), 'inputs', inputsTables(inputs)), 'outputs', outputsTable(outputs)),
  }
}

function fill(text: string, name: string, block: string): string {
  const marked = new RegExp(`^( *(?:# |<!-- )${name}:begin.*\\n)[^]*?(^ *(?:# |<!-- )${name}:end)`, 'm')
  if (!marked.test(text)) throw new Error(`no lines "${name}:begin" and "${name}:end" to write between`)
  return text.replace(marked, (_, begin: string, end: string) => `${begin}${block}${end}`)
}

/** Inputs that the configuration file cannot set. */
function runInputs(inputs: Tables['inputs']): string {
  const names = Object.entries(inputs).flatMap(([name, { ofRun }]) => (ofRun ? [`\`${name}\``] : []))
  return `\n${names.join(', ')}\n\n`
}

function inputsTables(inputs: Tables['inputs']): string {
  const groups = Object.groupBy(Object.entries(inputs), ([, row]) => row.group)
  const head = '| Input | Default | Commands | Takes effect with | Description |\n|---|---|---|---|---|\n'
  return Object.entries(groups)
    .map(([group, rows = []]) => folded(`${group} (${rows.length})`, `${head}${rows.map(inputLine).join('')}`))
    .join('')
    .concat('\n')
}

/** A folded block. */
function folded(title: string, block: string): string {
  return `\n<details>\n<summary><b>${title}</b></summary>\n\n${block}\n</details>\n`
}

function inputLine([name, row]: [string, InputRow]): string {
  const standard = row.default ? `\`${cell(row.default)}\`` : row.required ? '**required**' : ''
  return `| \`${name}\` | ${standard} | ${commandWords(row.commands)} | ${EFFECTS[row.effect]} | ${cell(row.description)} |\n`
}

function outputsTable(outputs: Tables['outputs']): string {
  const lines = Object.entries(outputs).map(([name, row]) => `| \`${name}\` | ${cell(row.description)} |\n`)
  return `\n| Output | Description |\n|---|---|\n${lines.join('')}\n`
}

function cell(text: string): string {
  return text.trim().replaceAll('|', '\\|').replace(/\s+/g, ' ')
}
