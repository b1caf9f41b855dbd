import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { parseWorkflow } from '../local/workflow/file/read.ts'
import { parseConfig } from '../src/config/file/config-file.ts'
import { fileInputs } from '../src/config/file/file-inputs.ts'
import { INPUTS } from '../src/config/inputs/inputs.ts'
import type { InputName } from '../src/config/inputs/inputs.ts'

const ROOT = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const PAGES = globSync(['*.md', 'docs/**/*.md', 'local/*.md'], { cwd: ROOT }).toSorted()

/** The blocks of YAML in a page, without what they are indented by. */
function blocksOf(page: string): readonly string[] {
  return [...read(page).matchAll(/^( *)```yaml\n([^]*?)^\1```$/gm)].map(([, indent = '', text = '']) =>
    text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  )
}

const EXAMPLES = PAGES.flatMap((page) => blocksOf(page).map((text) => ({ page, text, first: text.trim().split('\n')[0] })))

/** A step, or a job that calls a workflow. */
interface Use {
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
}

describe.each(EXAMPLES)('the example on $page that begins with $first', ({ text }) => {
  const example = parse(text) as { readonly jobs?: object; readonly environments?: object }
  const uses = usesIn(example)

  it('is one that the action takes', async () => {
    for (const { uses: used = '', with: given = {} } of uses.filter(isOwn)) {
      expect(Object.keys(given).filter((name) => !(name in inputsOf(used)))).toEqual([])
      if (used.includes('.yml@')) continue
      const values = Object.entries(given).filter(([, value]) => !/\$\{\{|\.\.\.$/.test(String(value)))
      for (const [name, value] of values) expect(() => INPUTS[name as InputName].parse(String(value))).not.toThrow()
    }
    if (uses.length > 0) return
    for (const environment of ['production', ...Object.keys(example.environments ?? {})]) {
      const { values, problems } = fileInputs(await parseConfig('docker-to-ec2.yml', text), environment)
      expect(problems).toEqual([])
      expect(values.size).toBeGreaterThan(0)
    }
  })

  it('uses the action, if it is a whole workflow', () => {
    if (example.jobs === undefined || !Object.hasOwn(example, 'on')) return
    expect(parseWorkflow(text).jobs).not.toEqual({})
    expect(uses.filter(isOwn)).not.toEqual([])
  })
})

/** The steps of a list, of some jobs or of a whole workflow; none if the example is part of the configuration file. */
function usesIn(example: unknown): readonly Use[] {
  if (Array.isArray(example)) return example as readonly Use[]
  const { jobs = example } = example as { readonly jobs?: object }
  const all = Object.values(jobs as Record<string, (Use & { readonly steps?: readonly Use[] }) | null>)
  return all.flatMap((job) => (job?.uses === undefined ? (job?.steps ?? []) : [job]))
}

function isOwn({ uses }: Use): boolean {
  return uses?.startsWith('OWNER/docker-to-ec2') === true
}

/** The inputs of an action or a workflow of this repository. */
function inputsOf(used: string): object {
  const [, path = ''] = /^OWNER\/docker-to-ec2\/?([^@]*)@/.exec(used) ?? []
  if (path.endsWith('.yml')) return parseWorkflow(read(path)).on['workflow_call']?.inputs ?? {}
  return (parse(read(join(path, 'action.yml'))) as { inputs: object }).inputs
}
