import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { parseConfig } from '../src/config/file/config-file.ts'
import { fileInputs } from '../src/config/file/file-inputs.ts'
import { INPUTS } from '../src/config/inputs/inputs.ts'
import type { InputName } from '../src/config/inputs/inputs.ts'

const ROOT = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const PAGES = globSync(['*.md', 'docs/*.md', 'local/*.md'], { cwd: ROOT }).toSorted()
const EXAMPLES = PAGES.flatMap((page) =>
  [...read(page).matchAll(/^( *)```yaml\n([^]*?)^\1```$/gm)].map(([, , text = '']) => ({ page, text, first: text.trim().split('\n')[0] })),
)

interface Step {
  readonly uses: string
  readonly with?: Readonly<Record<string, unknown>>
}

describe.each(PAGES)('%s', (page) => {
  const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link).filter((link) => !/^\w+:/.test(link))

  it('links to pages that are there, and to headings that they have', () => {
    const broken = links.filter((link) => {
      const [path = '', anchor] = link.split('#')
      const target = path === '' ? page : join(dirname(page), path)
      return globSync(target, { cwd: ROOT }).length === 0 || (anchor !== undefined && !anchorsOf(read(target)).includes(anchor))
    })
    expect(broken).toEqual([])
  })
})

describe.each(EXAMPLES)('the example on $page that begins with $first', ({ text }) => {
  it('is one that the action takes', async () => {
    const example: unknown = parse(text)
    const steps = stepsIn(example)
    for (const { uses, with: given = {} } of steps) {
      const [, path = ''] = /^OWNER\/docker-to-ec2\/?([a-z]*)@/.exec(uses) ?? []
      const { inputs } = parse(read(join(path, 'action.yml'))) as { inputs: object }
      expect(Object.keys(given).filter((name) => !(name in inputs))).toEqual([])
      const values = Object.entries(given).filter(([, value]) => !String(value).includes('${{'))
      for (const [name, value] of values) expect(() => INPUTS[name as InputName].parse(String(value))).not.toThrow()
    }
    if (steps.length > 0) return
    const { values, problems } = fileInputs(await parseConfig('docker-to-ec2.yml', text), 'production')
    expect(problems).toEqual([])
    expect(values.size).toBeGreaterThan(0)
  })
})

function anchorsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  )
}

/** Those of a list of steps, or of the jobs of a workflow; none where the example is a part of the configuration file. */
function stepsIn(example: unknown): readonly Step[] {
  if (Array.isArray(example)) return example as readonly Step[]
  const jobs = Object.values(example as Record<string, { readonly steps?: readonly Step[] } | null>)
  return jobs.flatMap((job) => job?.steps ?? [])
}
