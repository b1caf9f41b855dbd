import { describe, expect, it } from '@jest/globals'
import { readConfig } from '../../fakes/read-config.ts'
import type { Config } from '../../../src/config/config.ts'
import { findConfigFile, parseConfig } from '../../../src/config/file/config-file.ts'
import { partWords } from '../../../src/config/file/file-inputs.ts'
import { COMMANDS } from '../../../src/domain/command.ts'
import { INPUTS } from '../../../src/config/inputs/inputs.ts'
import type { FoundFile } from '../../../src/ports/github/config-source.ts'

const GITHUB = { GITHUB_REPOSITORY: 'acme/web', GITHUB_SHA: 'a'.repeat(40), AWS_REGION: 'us-east-1' }
const PATH = '.github/docker-to-ec2.yml'

type Texts = Readonly<Record<string, string>>

/** The configuration of a step with these inputs beside this file. */
async function read(yaml: string, inputs: Texts = {}): Promise<Config> {
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  return readConfig({ ...GITHUB, ...Object.fromEntries(given) }, await parseConfig(PATH, yaml))
}

/** The lines that name what is wrong. */
async function problems(yaml: string, inputs: Texts = {}): Promise<readonly string[]> {
  const error = await read(yaml, inputs).then(
    () => undefined,
    (reason: unknown) => reason as Error,
  )
  return (error?.message ?? '')
    .replace(/^A problem with the inputs: /, '\n')
    .split('\n')
    .slice(1)
    .map((line) => line.trim())
}

describe('a configuration file', () => {
  it('has typed values, exactly as they are', async () => {
    const config = await read(`
service: web
port: 8080
elastic-ip: false
bake-max-errors: 0.05
health-timeout: 2m
platforms: [linux/amd64, linux/arm64]
args:
  - "#general"
  - " padded "
env:
  spring.datasource.url: jdbc:postgresql://db/app?a=b
  ConnectionStrings:Main: Server=db
  CERTIFICATE: |
    -----BEGIN CERTIFICATE-----
    MIIB+A==

    -----END CERTIFICATE-----
  SETTINGS: '{"a": [1, "#b"]}'
  EMPTY: ''
  VERSION: 1.10
`)
    expect(config).toMatchObject({
      service: { name: 'web', environment: 'production' },
      host: { elasticIp: false },
      bake: { maxErrorShare: 0.05 },
      image: { platforms: ['linux/amd64', 'linux/arm64'] },
      spec: {
        'health-timeout': 120,
        port: 8080,
        args: ['#general', ' padded '],
        env: {
          'spring.datasource.url': 'jdbc:postgresql://db/app?a=b',
          'ConnectionStrings:Main': 'Server=db',
          CERTIFICATE: '-----BEGIN CERTIFICATE-----\nMIIB+A==\n\n-----END CERTIFICATE-----\n',
          SETTINGS: '{"a": [1, "#b"]}',
          EMPTY: '',
          VERSION: '1.10',
        },
      },
    })
  })

  const LAYERS = `
port: 80
memory: 1g
args: [a, b]
env: {A: top, B: top}
environments:
  staging:
    memory: 2g
    args: [c]
    env: {B: staging, C: staging}
  production:
    port: 81
`
  it.each<[string, Texts, object]>([
    ['an environment without its own part', { environment: 'pr-12' }, { port: 80, args: ['a', 'b'], env: { A: 'top', B: 'top' } }],
    [
      'maps merge by name; lists and values are replaced',
      { environment: 'staging' },
      { port: 80, args: ['c'], env: { A: 'top', B: 'staging', C: 'staging' }, memory: 2 * 2 ** 30 },
    ],
    ['the default environment', {}, { port: 81, args: ['a', 'b'] }],
    [
      'the step wins',
      { environment: 'staging', port: '8080', args: 'd', env: 'B=step\nD=step' },
      { port: 8080, args: ['d'], env: { A: 'top', B: 'step', C: 'staging', D: 'step' }, memory: 2 * 2 ** 30 },
    ],
  ])('%s', async (_, inputs, spec) => {
    expect((await read(LAYERS, inputs)).spec).toMatchObject(spec)
  })

  it.each([
    ['staging', `${PATH} with environments.staging`],
    ['pr-12', `${PATH}, which has no section for pr-12, only for staging, production`],
  ])('shows what it sets for %s', async (environment, words) => {
    expect(partWords(await parseConfig(PATH, LAYERS), environment)).toBe(words)
  })

  it('shows no environments if it has none', async () => {
    expect(partWords(await parseConfig(PATH, 'port: 80'), 'production')).toBe(PATH)
  })

  it('is overridden by a step that sets the default', async () => {
    const file = 'port: 80\nelastic-ip: false\nhealth-path: /up\nbake-time: 0s'
    const step = { 'elastic-ip': 'true', 'health-path': '/', 'bake-time': '10s' }
    expect(await read(file, step)).toMatchObject({ host: { elasticIp: true }, spec: { 'health-path': '/' }, bake: { time: 10 } })
    expect(await read(file)).toMatchObject({ host: { elasticIp: false }, spec: { 'health-path': '/up' }, bake: { time: 0 } })
  })

  it('is shared by all commands: each ignores settings that it does not use', async () => {
    const file = `
port: 8080
instances: 3
canary-steps: 10%:2m
drain-timeout: 5s
env: {A: b}
volume-data: discarded
environments: {production: {promote-from: staging, account-id: 012345678901}}
`
    expect(await read(file, { command: 'rollback' })).toMatchObject({
      spec: { env: {} },
      drainTimeout: 5,
      certificateTimeout: 120,
      canary: undefined,
      accountId: '012345678901',
      volumeData: [],
    })
    expect(await read(file, { command: 'promote' })).toMatchObject({
      spec: { env: { A: 'b' } },
      promotion: { from: { environment: 'staging' } },
    })
    expect(await read(file, { command: 'destroy' })).toMatchObject({ volumeData: ['discarded'], promotion: undefined })
    expect(await read(file)).toMatchObject({ promotion: undefined, host: { instances: 3 }, spec: { port: 8080 } })
  })

  it.each(COMMANDS)('can have every input that is not for a single run, whatever the command: %s', async (command) => {
    const names = Object.entries(INPUTS).flatMap(([name, { ofRun }]) => (ofRun ? [] : [name]))
    expect(names.length).toBeGreaterThan(40)
    const shown = await problems(names.map((name) => `${name}:\n`).join(''), {
      command,
      'promote-from': command === 'promote' ? 'staging' : '',
    })
    expect(shown.filter((line) => line.includes('belongs to a single run') || line.includes('only valid'))).toEqual([])
  })
})

describe('problems are reported with their place', () => {
  it('reports all of them, together with those of the step', async () => {
    const file = `
port: "8080"
helth-path: /up
allow-rolled-back: true
env:
  A: 1
  B:
  "C=D": 2
args: --flag
environments:
  staging:
    environments: {}
    memory: lots
  Prod: {}
  production: [a]
`
    expect(await problems(file, { 'health-timeout': '60' })).toEqual([
      'health-timeout: got "60"; expected a duration from 1s to 1h, such as 90s or 5m',
      `${PATH}:2:7: port: got "8080"; expected a whole number from 1 to 65535, without quotes`,
      `${PATH}:3:1: helth-path: no such input; did you mean \`health-path\`?`,
      `${PATH}:4:1: allow-rolled-back: belongs to a single run: set it in the \`with:\` block of a step`,
      `${PATH}:7:5: env: expected a text, a number, true or false; an empty text is written ""`,
      `${PATH}:8:3: env: expected NAME: value`,
      `${PATH}:9:7: args: got "--flag"; expected a list: one item a line`,
      `${PATH}:12:5: environments.staging.environments: no such input`,
      `${PATH}:13:13: environments.staging.memory: got "lots"; expected a size from 6m to 1048576g, such as 512m or 2g`,
      `${PATH}:14:3: environments.Prod: got "Prod"; expected lower-case letters and digits with single hyphens between them, 40 at most, such as web or pr-12`,
      `${PATH}:15:15: environments.production: expected a map of inputs`,
    ])
  })

  it.each([
    ['a name twice', 'port: 1\nport: 2', `${PATH}:2:1: port: a repeated name`],
    ['a name twice in a map', 'env:\n  A: 1\n  A: 2', `${PATH}:3:3: A: a repeated name`],
    ['a quoted name twice', 'env:\n  "A B": 1\n  "A B": 2', `${PATH}:3:3: "A B": a repeated name`],
    ['a name in two spellings', 'env:\n  A: 1\n  "A": 2', `${PATH}:3:3: A: a repeated name`],
    ['a name twice, deep in a list', 'args: [a]\nenvironments: {staging: {env: {A: 1, A: 2}}}', `${PATH}:2:38: A: a repeated name`],
    ['a line without a name', 'port: 80\nfoo\nargs: []', `${PATH}:2:1: a line that is not \`name: value\``],
    ['an alias', 'env: &e {A: 1}\nbuild-args: *e', `${PATH}:2:13: an alias; write the value out`],
    ['aliases of aliases', 'args: &a [x, x]\nplatforms: &b [*a, *a]\nvolumes: [*b, *b]', `${PATH}:2:16: an alias; write the value out`],
    ['a tag', 'port: !!str 80', `${PATH}:1:13: the tag tag:yaml.org,2002:str; write the value without it`],
    ['a tag that nobody knows', 'port: !secret 80', `${PATH}:1:7: Unresolved tag: !secret`],
    ['a NUL', 'env: {A: "a\\0b"}', `${PATH}:1:10: a NUL character, which is never valid`],
    ['half a character', 'env: {A: "\\ud83d"}', `${PATH}:1:10: half of a surrogate pair, which is not a character`],
    ['half a character in a name', 'env: {"\\ude00": a}', `${PATH}:1:7: half of a surrogate pair, which is not a character`],
    ['another encoding than UTF-8', 'env:\n  A: M\uFFFDller', `${PATH}:2:7: a byte that is not UTF-8; save the file as UTF-8`],
    ['UTF-16', '\uFFFD\uFFFDp\0o\0r\0t\0:\0 \x001\0', `${PATH}:1:1: a byte that is not UTF-8; save the file as UTF-8`],
    ['an expression', 'env:\n  A: ${{ vars.A }}', `${PATH}:2:6: an expression, which GitHub evaluates only in a workflow;`],
    [
      'an expression in a list',
      'args:\n  - --id=${{github.sha}}',
      `${PATH}:2:5: an expression, which GitHub evaluates only in a workflow;`,
    ],
    ['an expression as a name', 'env: {"${{ vars.A }}": a}', `${PATH}:1:7: an expression, which GitHub evaluates only in a workflow;`],
    ['a list as a name', 'env:\n  ? [a]\n  : 1', `${PATH}:2:5: a name that is a list or a map`],
    ['no map', '- port: 1', `${PATH}:1:1: expected a map of inputs`],
    ['a text', 'hello', `${PATH}:1:1: expected a map of inputs`],
    ['environments that are a list', 'environments: [a]', `${PATH}:1:15: environments: expected a map of names to inputs`],
    ['a tab', 'env:\n\tA: 1', `${PATH}:2:1: Tabs are not allowed as indentation`],
    ['two documents', 'port: 1\n---\nport: 2', `${PATH}:2:1: a second YAML document; the file must have only one`],
    ['a list too deep for the stack', `args: ${'['.repeat(20_000)}`, `${PATH}:1:`],
    ['more than an order could carry', `args: [${'x, '.repeat(100_000)}x]`, `${PATH}:1:1: larger than 256 KiB`],
    ['half a map', 'env: {A: 1', `${PATH}:1:11: Flow map in block collection must be sufficiently indented`],
  ])('%s', async (_, yaml, expected) => {
    const shown = await problems(yaml, { port: '1' })
    expect(shown.map((line) => line.slice(0, expected.length))).toContain(expected)
  })

  it('reports one problem for what the parser takes for several', async () => {
    expect(await problems('service: web\nport: 80\n  memory: 1g', {})).toEqual([
      `${PATH}:2:7: a value with more lines below it; is the next line indented too far, or a text with \`: \` not quoted?`,
    ])
  })

  it('never shows a value that can be secret', async () => {
    expect((await problems('secrets: {A: hunter2, B: [hunter2]}\nenv: hunter2')).join('\n')).not.toContain('hunter2')
  })

  it.each([
    [
      'prodction',
      [
        'environment: .github/docker-to-ec2.yml has no prodction; did you mean `production`? If not, add `prodction: {}` to its environments',
      ],
    ],
    ['production', []],
    ['staging', []],
    ['pr-12', []],
  ])('an environment that is spelled much like one of the file: %s', async (environment, expected) => {
    expect(await problems('port: 1\nenvironments: {production: {}, pr-1: {}, staging: {}}', { environment })).toEqual(expected)
  })

  it.each([
    ['service: web\nport: 80\nport: 81', `${PATH}:3:1: port: a repeated name`],
    ['- port: 80', `${PATH}:1:1: expected a map of inputs`],
  ])('does not report inputs that an unreadable file can set: %j', async (yaml, expected) => {
    expect(await problems(yaml, { command: 'deploy' })).toEqual([expected])
  })

  // Each took from a minute to five.
  it.each([
    ['names', `env:\n${Array.from({ length: 30_000 }, (_, at) => `  ${at.toString(36)}: \n`).join('')}`],
    ['names in a line', `env: {${Array.from({ length: 25_000 }, (_, at) => `${at.toString(36)}: `).join(',')}}`],
    ['errors', '\t\n\ta: 1\n'.repeat(30_000)],
    ['directives', '%a\n'.repeat(80_000)],
  ])('is read in seconds, however many %s there are', async (_, yaml) => {
    expect((await problems(yaml, { port: '1' })).length).toBeGreaterThan(0)
  })

  it('reports an input once that is wrong by itself', async () => {
    expect(await problems('aws-region: us-east1\nport: x', { command: 'deploy' })).toHaveLength(2)
  })

  it('an empty file sets nothing', async () => {
    expect((await read('# nothing yet\n', { port: '1' })).spec.port).toBe(1)
  })
})

describe('what is wrong with several inputs together is reported where it can be corrected', () => {
  const STEP = 'the `with:` block of this step'
  const FILE = 'the configuration file'
  const single = 'must be 1 with instance-id, not 3'

  it.each<readonly [string, Texts, readonly string[], string]>([
    ['instances: 3\ninstance-id: i-12345678', {}, [`${PATH}:1:12: instances: ${single}`], FILE],
    ['environments: { production: { instances: 3, instance-id: i-12345678 } }', {}, [`${PATH}:1:42: instances: ${single}`], FILE],
    ['instances: 2\ninstance-id: i-12345678', { instances: '3' }, [`instances: ${single}`], STEP],
    ['tls: acme', {}, ['domains: missing; tls: acme needs the names for its certificates'], `${STEP} or ${FILE}`],
    ['tls: acme', { domain: 'example.com' }, ['domain: no such input; did you mean `domains` or `preview-domain`?'], STEP],
  ])('%j beside %j', async (yaml, inputs, lines, places) => {
    const given = { port: '8080', ...inputs }
    expect(await problems(yaml, given)).toEqual(lines)
    await expect(read(yaml, given)).rejects.toMatchObject({ hint: `Correct ${places}; nothing was changed.` })
  })

  it('names only the step for an input that no file can have', async () => {
    const asked = read('service: web', { command: 'freeze' })
    await expect(asked).rejects.toMatchObject({ hint: `Correct ${STEP}; nothing was changed.` })
  })
})

describe('which file is read', () => {
  const find = (config: string | undefined, found: FoundFile) => {
    const asked: string[] = []
    const source = { read: async (path: string) => (asked.push(path), found) }
    return findConfigFile(config === undefined ? {} : { INPUT_CONFIG: config }, source).then((file) => ({ asked, file }))
  }
  const text = { kind: 'found', text: 'port: 1' } as const
  const missing = { kind: 'missing', where: 'in the checkout' } as const

  it.each<[string, string | undefined, FoundFile, readonly string[], readonly string[] | undefined]>([
    ['the default', undefined, text, [PATH], []],
    ['the default, as the runner hands over nothing', '', text, [PATH], []],
    ['no default', undefined, missing, [PATH], undefined],
    ['another', 'deploy/web.yaml', text, ['deploy/web.yaml'], []],
    ['one that is not there', 'web.yml', missing, ['web.yml'], ['there is no web.yml in the checkout']],
    [
      'no default, but one with the other ending',
      undefined,
      { ...missing, instead: '.github/docker-to-ec2.yaml' },
      [PATH],
      [`there is no ${PATH} in the checkout, but .github/docker-to-ec2.yaml; rename that, or set config to its path`],
    ],
    ['none', 'none', text, [], undefined],
    [
      'one that nobody can tell of',
      undefined,
      { kind: 'unknown', reason: 'GitHub is silent' },
      [PATH],
      [expect.stringContaining('GitHub is silent') as unknown as string],
    ],
  ])('%s', async (_, config, found, asked, messages) => {
    const result = await find(config, found)
    expect(result.asked).toEqual(asked)
    expect(result.file?.problems.map(({ message }) => message)).toEqual(messages)
  })

  it.each(['/etc/x.yml', '../x.yml', 'a/../../x.yml', './x.yml', 'x.json', 'a\\b.yml'])(
    '%s is refused before anything is read',
    async (config) => {
      expect((await find(config, text)).asked).toEqual([])
      expect(() => readConfig({ ...GITHUB, INPUT_PORT: '1', INPUT_CONFIG: config })).toThrow(
        `config: got ${JSON.stringify(config)}; expected a YAML file`,
      )
    },
  )

  it.each(['.github/x.yml', 'a.b/..c/d.yaml'])('%s is a path', (config) => {
    expect(() => readConfig({ ...GITHUB, INPUT_PORT: '1', INPUT_CONFIG: config })).not.toThrow()
  })
})
