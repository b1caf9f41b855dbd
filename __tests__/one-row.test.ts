import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { temporaryFolder } from './fakes/temporary-folder.ts'

const ROOT = join(import.meta.dirname, '..')
/** A setting that is made up, as a row of the table: Docker's CPU shares. */
const ROW = `  'cpu-shares': shown(
    integer({ default: '1024', min: 2, max: 262_144, group, description: 'Weight of the container where CPUs are short.' }),
    { acts, docker: (CpuShares) => ({ HostConfig: { CpuShares } }) },
  ),
`
const TABLE = 'src/domain/release/settings/container.ts'
const LAST = '  user: shown('

let copy: string

/** What this repository is with one row more, in a single source file. */
beforeAll(() => {
  copy = temporaryFolder('row')
  for (const path of ['src', 'scripts', 'host', '__tests__/fakes', 'action.yml', 'README.md', 'docs', 'package.json', 'tsconfig.json'])
    cpSync(join(ROOT, path), join(copy, path), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
  const table = readFileSync(join(copy, TABLE), 'utf8')
  expect(table.split(LAST)).toHaveLength(2)
  writeFileSync(join(copy, TABLE), table.replace(LAST, `${ROW}${LAST}`))
})

/** The value of an expression in the copy, by way of JSON. */
function inCopy(imports: Readonly<Record<string, string>>, expression: string): unknown {
  const lines = Object.entries(imports).map(([path, names]) => `import { ${names} } from './${path}'`)
  const program = join(copy, 'probe.ts')
  writeFileSync(program, `${lines.join('\n')}\nconsole.log(JSON.stringify(${expression}))\n`)
  return JSON.parse(execFileSync(process.execPath, ['--no-warnings', program], { encoding: 'utf8', maxBuffer: 2 ** 26 }))
}

const SAMPLES = { '__tests__/fakes/samples.ts': 'aRelease, aSpec, COMMIT, DIGEST, SERVICE' }
const OTHER = "aSpec({ 'cpu-shares': 512 })"
const RELEASED = `aRelease({ spec: ${OTHER}, name: releaseName(COMMIT, DIGEST, ${OTHER}) })`
const DOCUMENT = `releaseDocument({ service: SERVICE, release: ${RELEASED}, login: '', vpc: [], runUrl: '' })`

describe('a setting with one row', () => {
  it.each([
    ['action.yml', /^ {2}cpu-shares:\n.*Weight of the container where CPUs are short\. Default: `1024`\./m],
    ['plan/action.yml', /^ {2}cpu-shares:$/m],
    ['README.md', /^\| `cpu-shares` \| `1024` \| deploy, preview, plan \| a new release \| Weight of/m],
    ['schema/docker-to-ec2.schema.json', /"cpu-shares": \{\n\s+"description": "Weight[^}]+"maximum": 262144,\n\s+"default": 1024/],
  ])('is documented in %s', (path, words) => {
    expect(inCopy({ 'scripts/docs.ts': 'generated' }, `generated()[${JSON.stringify(path)}]`)).toMatch(words)
  })

  it.each([
    ['INPUT_CPU-SHARES', '512', 512],
    ['INPUT_PORT', '8080', 1024],
  ])('is an input: %s', (name, text, value) => {
    const env = { GITHUB_REPOSITORY: 'acme/web', GITHUB_SHA: 'a'.repeat(40), AWS_REGION: 'us-east-1', INPUT_PORT: '80', [name]: text }
    expect(inCopy({ '__tests__/fakes/read-config.ts': 'readConfig' }, `readConfig(${JSON.stringify(env)}).spec['cpu-shares']`)).toBe(value)
  })

  it('makes another release, and another plan', () => {
    const imports = {
      ...{ ...SAMPLES, '__tests__/fakes/plan-facts.ts': 'planFacts' },
      ...{ 'src/domain/release/release.ts': 'releaseName', 'src/domain/plan/hash.ts': 'planHash' },
    }
    const both = (one: string): string => `[releaseName(COMMIT, DIGEST, ${one}), planHash(planFacts({ configuration: ${one} }))]`
    const [name, hash, usual, before] = inCopy(imports, `[...${both(OTHER)}, ...${both('aSpec()')}]`) as string[]
    expect(name).not.toBe(usual)
    expect(hash).not.toBe(before)
  })

  it('is remembered in a record, and told in a plan', () => {
    const imports = {
      ...{ ...SAMPLES, 'src/domain/release/fingerprint.ts': 'compareFingerprint, fingerprintOf' },
      'src/report/plan/configuration.ts': 'configurationWords',
    }
    const fingerprint = `fingerprintOf(${OTHER}, 'r')`
    expect(inCopy(imports, `${fingerprint}.parts.inputs`)).toMatchObject({ 'cpu-shares': '512' })
    const told = inCopy(imports, `configurationWords(compareFingerprint({ release: 'r', fingerprint: ${fingerprint} }, aSpec()))`)
    expect(told).toBe('inputs: cpu-shares 512 → 1024')
  })

  it('travels to the host with what Docker is told, and comes back', () => {
    const imports = {
      ...{ ...SAMPLES, 'src/domain/release/release.ts': 'releaseName' },
      'src/domain/release/release-document.ts': 'readDocument, releaseDocument',
    }
    const [document, back] = inCopy(imports, `[${DOCUMENT}, readDocument(JSON.parse(JSON.stringify(${DOCUMENT})))]`) as object[]
    expect(document).toMatchObject({ spec: { 'cpu-shares': 512 }, docker: { 'cpu-shares': { HostConfig: { CpuShares: 512 } } } })
    expect(back).toMatchObject({ spec: { 'cpu-shares': 512 } })
  })

  it('is kept by the host, and a part of its container', () => {
    const imports = {
      ...{ ...SAMPLES, 'src/domain/release/release.ts': 'releaseName' },
      'src/domain/release/release-document.ts': 'releaseDocument',
    }
    const program = `
import json, sys
from host.order import read_release
from host.release import spec
kept = read_release(json.load(sys.stdin))
told = spec.container("web.production", kept, spec.Place("net", "172.29.0.7"), (), {})
print(json.dumps([kept.document["spec"]["cpu-shares"], told["HostConfig"]["CpuShares"]]))`
    const input = JSON.stringify(inCopy(imports, DOCUMENT))
    expect(JSON.parse(execFileSync('python3', ['-c', program], { cwd: copy, input, encoding: 'utf8' }))).toEqual([512, 512])
  })

  it('goes along with a promotion', () => {
    const journey = "{ from: { name: 'web', environment: 'staging' }, to: SERVICE, given: aSpec() }"
    const carried = `carryOver(${OTHER}, ${journey}).spec['cpu-shares']`
    expect(inCopy({ ...SAMPLES, 'src/domain/release/carry-over.ts': 'carryOver' }, carried)).toBe(512)
  })
})
