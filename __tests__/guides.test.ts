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
const FILES = globSync('docs/guides/*.md', { cwd: ROOT }).toSorted()

/** The blocks of YAML in a page, without what they are indented by. */
function blocksOf(file: string): readonly string[] {
  const page = readFileSync(join(ROOT, file), 'utf8')
  return [...page.matchAll(/^( *)```yaml\n([\s\S]*?)^ *```$/gm)].map(([, indent = '', text = '']) =>
    text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  )
}

const BLOCKS = FILES.flatMap((file) => blocksOf(file).map((text) => [file, text] as const))
const isWorkflow = (text: string): boolean => Object.hasOwn(parse(text) as object, 'jobs')
const WORKFLOWS = BLOCKS.filter(([, text]) => isWorkflow(text))

describe('guides', () => {
  it('there are, each with a whole workflow or a link to one', () => {
    const linked = FILES.filter((file) =>
      /\]\(\.\.\/\.\.\/examples\/workflows\/[a-z-]+\.yml\)/.test(readFileSync(join(ROOT, file), 'utf8')),
    )
    expect(new Set([...linked, ...WORKFLOWS.map(([file]) => file)])).toEqual(new Set(FILES))
  })

  it.each(FILES)('%s is in the index, and the README leads to it', (file) => {
    expect(readFileSync(join(ROOT, 'docs/README.md'), 'utf8')).toContain(`](${file.replace('docs/', '')})`)
    expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain(`](${file})`)
  })

  it.each(WORKFLOWS)('%s has a workflow whose inputs are taken', (_, text) => {
    const jobs = Object.values(parseWorkflow(text).jobs)
    const given = jobs.flatMap(({ steps }) => steps.filter(({ uses }) => uses?.startsWith('OWNER/docker-to-ec2')).map((step) => step.with))
    expect(given.length).toBeGreaterThan(0)
    for (const [name, value] of given.flatMap((inputs) => Object.entries(inputs))) {
      expect(Object.keys(INPUTS)).toContain(name)
      if (!value.includes('${{') && !value.includes('...')) expect(() => INPUTS[name as InputName].parse(value)).not.toThrow()
    }
  })

  it.each(BLOCKS.filter(([, text]) => /^service:/m.test(text)))('%s has a configuration file that is taken', async (_, text) => {
    const environment = Object.keys((parse(text) as { environments?: object }).environments ?? { production: {} })[0] ?? ''
    expect(fileInputs(await parseConfig('docker-to-ec2.yml', text), environment).problems).toEqual([])
  })
})
