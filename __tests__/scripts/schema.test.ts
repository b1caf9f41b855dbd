import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { Ajv } from 'ajv'
import { parse } from 'yaml'
import { parseConfig } from '../../src/config/file/config-file.ts'
import { fileInputs } from '../../src/config/file/file-inputs.ts'
import { INPUTS } from '../../src/config/inputs/inputs.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const schema = JSON.parse(readFileSync(join(ROOT, 'schema', 'docker-to-ec2.schema.json'), 'utf8')) as { properties: object }
const fits = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema)

/** Whether the action takes a file. */
async function isTaken(yaml: string): Promise<boolean> {
  return fileInputs(await parseConfig('file.yml', yaml), 'production').problems.length === 0
}

const VALID = [
  'service: web\nport: 8080',
  'account-id: 012345678901',
  'env: {A: 1, B: true, c.d: "", "E:F": "x=y"}\nbuild-args: {A: 1.10}',
  'secrets: {A: "ssm:/a", B: "secretsmanager:b#c"}',
  'args: ["#general", 1, true]\nplatforms: [linux/amd64, linux/arm64]',
  'elastic-ip: false\nbake-max-errors: 0.5\ncpus: 2',
  'health-timeout: 90s\nmemory: 1.5g',
  'canary-steps: 10%:2m, 50%:5m',
  'canary-steps: [10%:2m, 50%:5m]',
  'volume-data: discarded\nlabels: {a: b}',
  'volume-data: [discarded, each-host-its-own]',
  'environments: {staging: {port: 1, env: {A: b}}, pr-12: {}}',
]

const INVALID = [
  'helth-path: /',
  'allow-rolled-back: true',
  'release: c0ffee00-12345678',
  'port: "8080"',
  'port: 0',
  'port: 1.5',
  'elastic-ip: "yes"',
  'health-timeout: 90',
  'memory: lots',
  'env: [A=1]',
  'env: {A: {b: c}}',
  'env: {A: null}',
  'env: {"A=B": 1}',
  'env: {"": 1}',
  'secrets: {A: hunter2}',
  'args: --flag',
  'platforms: [windows/amd64]',
  'canary: [half]',
  'canary-inconclusive: maybe',
  'volume-data: gone',
  'environments: {Prod: {}}',
  'environments: {staging: {environments: {}}}',
  'environments: {staging: {command: plan}}',
  'environments: [staging]',
  '- port: 1',
]

describe('the schema and the action', () => {
  it.each(VALID)('take %j', async (yaml) => {
    expect({ schema: fits(parse(yaml)), action: await isTaken(yaml) }).toEqual({ schema: true, action: true })
  })

  it.each(INVALID)('refuse %j', async (yaml) => {
    expect({ schema: fits(parse(yaml)), action: await isTaken(yaml) }).toEqual({ schema: false, action: false })
  })

  it('agree on the names', () => {
    const names = Object.entries(INPUTS).flatMap(([name, { ofRun }]) => (ofRun ? [] : [name]))
    expect(Object.keys(schema.properties)).toEqual([...names, 'environments'])
  })

  it.each(Object.entries(INPUTS).filter(([, { ofRun, default: text }]) => !ofRun && text !== undefined))(
    'take the default of %s',
    async (name, field) => {
      const { schema: own, default: text } = field
      const yaml = `${name}: ${own['type'] === 'boolean' || own['type'] === 'integer' || own['type'] === 'number' ? text : JSON.stringify(text)}`
      expect({ schema: fits(parse(yaml)), action: await isTaken(yaml) }).toEqual({ schema: true, action: true })
    },
  )

  it('take the example of the README', async () => {
    const [, yaml = ''] = /## Configuration file[^]*?```yaml\n([^]*?)```/.exec(readFileSync(join(ROOT, 'README.md'), 'utf8')) ?? []
    expect(yaml).toContain('environments:')
    expect({ schema: fits(parse(yaml)), action: await isTaken(yaml) }).toEqual({ schema: true, action: true })
  })
})
