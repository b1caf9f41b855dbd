// Writes the inputs and outputs into the marked blocks of action.yml and README.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { INPUTS } from '../src/inputs.ts'
import { OUTPUTS } from '../src/outputs.ts'

interface InputRow {
  readonly description: string
  /** As action.yml states it. */
  readonly default: string | undefined
  readonly required: boolean
  /** Heading in the README. */
  readonly group: string
}
interface OutputRow {
  readonly description: string
}
interface Tables {
  readonly inputs: Readonly<Record<string, InputRow>>
  readonly outputs: Readonly<Record<string, OutputRow>>
}
interface Texts {
  readonly action: string
  readonly readme: string
}

const ROOT = new URL('../', import.meta.url)
const ACTION = new URL('action.yml', ROOT)
const README = new URL('README.md', ROOT)

if (import.meta.main) {
  const { action, readme } = render(readTexts(), { inputs: INPUTS, outputs: OUTPUTS })
  writeFileSync(ACTION, action)
  writeFileSync(README, readme)
}

export function readTexts(): Texts {
  return { action: readFileSync(ACTION, 'utf8'), readme: readFileSync(README, 'utf8') }
}

/** Returns both texts with their blocks replaced; throws when a marker or a description is missing. */
export function render({ action, readme }: Texts, { inputs, outputs }: Tables): Texts {
  const undescribed = Object.entries({ ...inputs, ...outputs }).filter(([, row]) => row.description.trim() === '')
  if (undescribed.length > 0) throw new Error(`no description: ${undescribed.map(([name]) => name).join(', ')}`)
  return {
    action: fill(fill(action, 'inputs', inputsYaml(inputs)), 'outputs', outputsYaml(outputs)),
    readme: fill(fill(readme, 'inputs', inputsTables(inputs)), 'outputs', outputsTable(outputs)),
  }
}

function fill(text: string, name: string, block: string): string {
  const marked = new RegExp(`^( *(?:# |<!-- )${name}:begin.*\\n)[^]*?(^ *(?:# |<!-- )${name}:end)`, 'm')
  if (!marked.test(text)) throw new Error(`no lines "${name}:begin" and "${name}:end" to write between`)
  return text.replace(marked, (_, begin: string, end: string) => `${begin}${block}${end}`)
}

function inputsYaml(inputs: Tables['inputs']): string {
  return Object.entries(inputs)
    .map(([name, row]) => {
      const lines = [`  ${name}:`, `    description: ${quote(row.description)}`, `    required: ${row.required}`]
      return [...lines, ...(row.default === undefined ? [] : [`    default: ${quote(row.default)}`]), ''].join('\n')
    })
    .join('')
}

function outputsYaml(outputs: Tables['outputs']): string {
  return Object.entries(outputs)
    .map(([name, row]) => `  ${name}:\n    description: ${quote(row.description)}\n`)
    .join('')
}

function inputsTables(inputs: Tables['inputs']): string {
  const groups = Object.groupBy(Object.entries(inputs), ([, row]) => row.group)
  return Object.entries(groups)
    .map(([group, rows = []]) => `\n### ${group}\n\n| Input | Default | What it is |\n|---|---|---|\n${rows.map(inputLine).join('')}`)
    .join('')
    .concat('\n')
}

function inputLine([name, row]: [string, InputRow]): string {
  const standard = row.default ? `\`${cell(row.default)}\`` : row.required ? '**required**' : ''
  return `| \`${name}\` | ${standard} | ${cell(row.description)} |\n`
}

function outputsTable(outputs: Tables['outputs']): string {
  const lines = Object.entries(outputs).map(([name, row]) => `| \`${name}\` | ${cell(row.description)} |\n`)
  return `\n| Output | What it is |\n|---|---|\n${lines.join('')}\n`
}

function cell(text: string): string {
  return text.trim().replaceAll('|', '\\|').replace(/\s+/g, ' ')
}

function quote(text: string): string {
  return text.includes('\n') ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`
}
