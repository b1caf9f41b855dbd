import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from '@jest/globals'
import { EVALUATED } from '../scripts/bundle/evaluated.ts'

const SOURCE = join(import.meta.dirname, '..', 'src')

interface Rule {
  /** Files of src/ that the rule is for. */
  readonly files: RegExp
  /** What they may import: paths below src/, or packages. */
  readonly imports: RegExp
  readonly code?: RegExp
}

const IMPURE = /Date\.now\(|new Date\(\)|Math\.random\(|\bprocess\.|\bconsole\./
/** What steps and commands can import beside each other. */
const AROUND = '(ports|domain)/|config/(config|job)\\.ts$|(context|errors)\\.ts$'

/** Each folder of domain/ imports only what is above it here, and the files beside these folders. */
const LAYERS = [
  'field',
  'schedule',
  'identity',
  'version',
  'lease',
  'container',
  'data',
  'image',
  'provenance',
  'release',
  'preview',
  'comment',
  'host',
  'cost',
  'dns',
  'canary',
  'cause',
  'order',
  'rollout',
  'plan',
  'deployment',
  'metrics',
  'checkup',
] as const
/** What commands are made of, in the same way. */
const STEPS = [
  'comment',
  'lease',
  'orders',
  'hosts',
  'power',
  'cost',
  'image',
  'version',
  'record',
  'dns',
  'snapshot',
  'rollout',
  'metrics',
  'checkup',
] as const

// The first rule that fits a file is the one that counts.
const RULES: readonly Rule[] = [
  ...LAYERS.map((layer, at) => ({
    files: new RegExp(`^domain/${layer}/`),
    imports: new RegExp(`^(domain/((${LAYERS.slice(0, at + 1).join('|')})/|[^/]+$)|node:(crypto|zlib)$|valibot$)`),
    code: IMPURE,
  })),
  { files: /^domain\/untrusted\.ts$/, imports: /^(valibot|domain\/text\.ts)$/, code: IMPURE },
  { files: /^domain\//, imports: /^domain\/[^/]+$/, code: IMPURE },
  { files: /^ports\//, imports: /^(ports|domain)\// },
  ...STEPS.map((step, at) => ({
    files: new RegExp(`^steps/${step}/`),
    imports: new RegExp(`^(steps/(${STEPS.slice(0, at + 1).join('|')})/|${AROUND})`),
  })),
  { files: /^(steps|commands)\//, imports: new RegExp(`^((steps|report|commands)/|${AROUND})`) },
  {
    files: /^adapters\//,
    imports: /^((adapters|ports|domain)\/|errors\.ts$|\.\.\/host\/|node:|@actions\/|@aws-sdk\/|@smithy\/|@sigstore\/|valibot$)/,
  },
  // The composition root: all that knows adapters and SDK clients.
  { files: /^((run|carry-out|connect|clean-up)\.ts$|connect\/)/, imports: /^(?!main\.ts)/ },
  { files: /^main\.ts$/, imports: /^((run|clean-up)\.ts$|report\/|adapters\/github\/log\/log(-lines)?\.ts$)/ },
  {
    files: /^report\//,
    imports: /^((domain|ports|report)\/|config\/(config|job|inputs\/inputs|step\/facts)\.ts$|errors\.ts$|node:(fs|util)$)/,
  },
  // Inputs, configuration, errors.
  { files: /^config\/events\/event\.ts$/, imports: /^(node:fs|valibot|domain\/(job|untrusted)\.ts)$/ },
  { files: /^config\/file\/read-yaml\.ts$/, imports: /^(domain\/|yaml$)/ },
  { files: /./, imports: /^((domain|ports|config)\/|errors\.ts$)/ },
]

test('src keeps the dependency direction', () => {
  const files = globSync('**/*.ts', { cwd: SOURCE, exclude: (name) => name.endsWith('.d.ts') })
  expect(files).toContain('main.ts')
  expect(files.flatMap((file) => breaches(file, readFileSync(join(SOURCE, file), 'utf8')))).toEqual([])
})

/** Ways to an answer, and the files that may take them: each reads what it gets by a schema, or by a library that does. */
const ANSWERS: readonly { readonly way: RegExp; readonly only: RegExp }[] = [
  { way: /\bJSON\s*(\.\s*(?!stringify\b)\w+|\[)|=\s*JSON\b(?!\s*\.)|\.json\(/, only: /^domain\/untrusted\.ts$/ },
  { way: /@actions\/github'/, only: /^adapters\/github\/api\.ts$/ },
  { way: /'yaml'/, only: /^config\/file\/read-yaml\.ts$/ },
  { way: /\w\.fromJSON\(|bundleFromJSON\(/, only: /^adapters\/sigstore\// },
  // A cast says what an answer is without looking. What is thrown has a message, whatever it is, and of instance types AWS knows more than its client.
  {
    way: /^(?!import |export \{).*\bas (?!const\b|NodeJS\.ErrnoException\b|Error\b|_InstanceType\b)[A-Za-z{(].*/m,
    only: /^(?!adapters\/)/,
  },
]

function unread(file: string, text: string): string[] {
  // Without comments, and without texts but those that name a package or a property.
  const code = text
    .replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')
    .replace(/'[^'\n]*'|`[^`]*`/g, (words) => (words.includes(' ') ? "''" : words))
  return ANSWERS.filter(({ only }) => !only.test(file)).flatMap(({ way }) => {
    const found = way.exec(code)?.[0].trim()
    return found === undefined ? [] : [`${file}: ${found}`]
  })
}

test('what comes from outside is read by a schema', () => {
  const files = globSync('**/*.ts', { cwd: SOURCE, exclude: (name) => name.endsWith('.d.ts') })
  expect(files.flatMap((file) => unread(file, readFileSync(join(SOURCE, file), 'utf8')))).toEqual([])
})

test.each([
  ['adapters/a.ts', 'const { digest } = JSON.parse(text)', ['adapters/a.ts: JSON.parse']],
  ['domain/a.ts', 'const read = JSON\n  .parse(text)', ['domain/a.ts: JSON\n  .parse']],
  ['domain/a.ts', "JSON['parse'](text)", ['domain/a.ts: JSON[']],
  ['steps/a.ts', 'const { parse } = JSON', ['steps/a.ts: = JSON']],
  ['adapters/a.ts', 'const body = await response.json()', ['adapters/a.ts: .json(']],
  ['adapters/a.ts', "const { getOctokit } = await import('@actions/github')", ["adapters/a.ts: @actions/github'"]],
  ['adapters/a.ts', 'const text = data as unknown as string', ['adapters/a.ts: const text = data as unknown as string']],
  ['adapters/a.ts', 'const { message } = error as Error', []],
  ['adapters/a.ts', 'const text = JSON.stringify(value)', []],
  ['adapters/a.ts', "import * as v from 'valibot'\nimport { A as B } from './b.ts'", []],
  ['domain/untrusted.ts', 'JSON.parse(text)', []],
])('%s: %j is an answer that nobody has looked at', (file, text, expected) => {
  expect(unread(file, text)).toEqual(expected)
})

test('no file of src imports itself by way of others, for a type neither', () => {
  expect(circles(new Map([...imports()].map(([file, paths]) => [file, [...paths]])))).toEqual([])
})

test('no folder of src imports itself by way of others', () => {
  const folders = new Map<string, Set<string>>()
  for (const [file, paths] of imports()) {
    const known = folders.get(dirname(file)) ?? new Set()
    for (const path of paths) if (dirname(path) !== dirname(file)) known.add(dirname(path))
    folders.set(dirname(file), known)
  }
  // The files beside the folders are the composition root, and two types that all may know.
  folders.delete('.')
  expect(circles(new Map([...folders].map(([folder, paths]) => [folder, [...paths]])))).toEqual([])
})

test.each([
  ['src/domain', LAYERS],
  ['src/steps', STEPS],
] as const)('docs/architecture.md tells of each folder of %s, in the order of the layers', (folder, layers) => {
  const [, table = ''] = readFileSync(join(SOURCE, '../docs/architecture.md'), 'utf8').split(`| in \`${folder}\``)
  const rows = table.slice(0, table.indexOf('\n\n')).matchAll(/^\| `(\w+)` \|/gm)
  expect(Array.from(rows, ([, name]) => name)).toEqual([...layers])
})

test('docs/architecture.md names every other folder: those of src in the row of the one around them', () => {
  const page = readFileSync(join(SOURCE, '../docs/architecture.md'), 'utf8')
  const rows = page.split('\n').filter((line) => line.startsWith('| `'))
  const rowOf = (room: string): string => rows.find((row) => /`src\/.*?\|/.exec(row)?.[0].match(`\\b${room}/?\``)) ?? ''
  const rooms = globSync('*/*/', { cwd: SOURCE }).map((path) => path.split('/') as [string, string])
  const unnamed = rooms.filter(([room, folder]) => !/domain|steps/.test(room) && !rowOf(room).includes(`\`${folder}/\``))
  expect(rooms.length).toBeGreaterThan(40)
  expect(unnamed).toEqual([])
  const ofHost = globSync('*/', { cwd: join(SOURCE, '../host'), exclude: ['__pycache__'] }).map((path) => path.replace('/', ''))
  expect(ofHost.filter((folder) => !rows.some((row) => row.includes(`\`${folder}/\``)))).toEqual([])
})

test.each(['src/**/*.ts', 'host/**/*.py', 'local/**/*.*', 'scripts/**/*.*'])(
  'no folder of %s has more files than one can see at once',
  (files) => {
    const found = globSync(files, { cwd: join(SOURCE, '..') })
    expect(found.length).toBeGreaterThan(15)
    const counts = Map.groupBy(found, (file) => dirname(file))
    expect([...counts].filter(([, files]) => files.length > 12).map(([folder]) => folder)).toEqual([])
  },
)

test.each([
  ['domain/order/a.ts', "import { createHash } from 'node:crypto'\nimport type { B } from './b.ts'", []],
  ['domain/a.ts', "import { readFile } from 'node:fs'", ['domain/a.ts imports node:fs']],
  ['domain/a.ts', "import * as core from '@actions/core'", ['domain/a.ts imports @actions/core']],
  ['domain/a.ts', "export type { H } from '../ports/hosts.ts'", ['domain/a.ts imports ports/hosts.ts']],
  ['domain/a.ts', 'const now = Date.now()', ['domain/a.ts says Date.now(']],
  ['domain/a.ts', '// never Date.now()\nconst day = new Date(time)', []],
  ['domain/image/a.ts', "import { b } from '../b.ts'", []],
  ['domain/image/a.ts', "import type { B } from '../host/b.ts'", ['domain/image/a.ts imports domain/host/b.ts']],
  ['domain/a.ts', "import type { B } from './image/b.ts'", ['domain/a.ts imports domain/image/b.ts']],
  ['steps/hosts/a.ts', "import type { B } from '../rollout/b.ts'", ['steps/hosts/a.ts imports steps/rollout/b.ts']],
  ['steps/hosts/a.ts', "import type { B } from '../../report/b.ts'", ['steps/hosts/a.ts imports report/b.ts']],
  ['ports/a.ts', "import type {\n  H,\n} from '../commands/deploy.ts'", ['ports/a.ts imports commands/deploy.ts']],
  ['commands/a.ts', "import { ec2Hosts } from '../adapters/ec2.ts'", ['commands/a.ts imports adapters/ec2.ts']],
  ['commands/a.ts', "const sdk = await import('@aws-sdk/client-ec2')", ['commands/a.ts imports @aws-sdk/client-ec2']],
  ['adapters/a.ts', "import deploy from '../../host/deploy.sh'", []],
  ['adapters/a.ts', "import type { Config } from '../config.ts'", ['adapters/a.ts imports config.ts']],
  ['run.ts', "import { ec2Hosts } from './adapters/ec2.ts'", []],
  ['connect/ec2.ts', "import { ec2Hosts } from '../adapters/ec2-hosts.ts'", []],
  ['connect.ts', "const ec2 = await import('@aws-sdk/client-ec2')", []],
  ['main.ts', "import './adapters/ec2.ts'", ['main.ts imports adapters/ec2.ts']],
  ['config/config.ts', "import { readJob } from './job.ts'", []],
  ['config.ts', "import { run } from './run.ts'", ['config.ts imports run.ts']],
  ['config.ts', "import { ec2Hosts } from './adapters/ec2.ts'", ['config.ts imports adapters/ec2.ts']],
])('%s: %j', (file, text, expected) => {
  expect(breaches(file, text)).toEqual(expected)
})

// Each costs a tenth of what a run costs that only names a wrong input; see docs/benchmarks.md.
test.each([
  'node:crypto',
  'node:fs/promises',
  'node:timers/promises',
  '@actions/',
  '@aws-sdk/',
  'valibot',
  'yaml',
  'config/given.ts',
  'config/inputs/',
  'carry-out.ts',
  'connect',
  'steps/',
])('nothing that is loaded at the start imports %s', (expensive) => {
  const loaded = loadedFrom('main.ts')
  expect(loaded.size).toBeGreaterThan(10)
  expect([...loaded].filter(([, imports]) => imports.some((path) => path.startsWith(expensive))).map(([file]) => file)).toEqual([])
})

// It would bring a client for HTTP beside the SDK's, and once brought undici: 1.2 times `node -e 0`.
test('nothing that is loaded for the first request to AWS imports @actions/', () => {
  for (const file of ['carry-out.ts', 'connect/aws/sts.ts']) {
    const loaded = [...loadedFrom(file)].filter(([, imports]) => imports.some((path) => path.startsWith('@actions/')))
    expect(loaded.map(([name]) => name)).toEqual([])
  }
})

// V8 builds their sets when it reads the code: in the code of the start, that was another tenth.
test('no literal of src has a Unicode property', () => {
  const files = globSync('**/*.ts', { cwd: SOURCE })
  const uses = files.flatMap((file) => readFileSync(join(SOURCE, file), 'utf8').match(/^.*\\p\{.*$/gm) ?? [])
  expect(uses.length).toBeGreaterThan(4)
  expect(uses.filter((line) => !line.trim().startsWith('/**') && !/String\.raw`[^`]*\\p\{/.test(line))).toEqual([])
})

/** What each file of src imports of the others. */
function imports(): ReadonlyMap<string, ReadonlySet<string>> {
  const files = globSync('**/*.ts', { cwd: SOURCE })
  return new Map(files.map((file) => [file, new Set(importsOf(file).filter((path) => files.includes(path)))]))
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(SOURCE, file), 'utf8')
  return [...text.matchAll(/\b(?:from|import)\s*\(?\s*'([^'\s]+)'/g)].map(([, path = '']) => resolved(file, path))
}

/** Every way from a node back to itself, told once, by the node that was met first. */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>()
  const found: string[] = []
  const visit = (node: string, way: readonly string[]): void => {
    if (way.includes(node)) found.push([...way.slice(way.indexOf(node)), node].join(' -> '))
    if (way.includes(node) || done.has(node)) return
    for (const next of graph.get(node) ?? []) visit(next, [...way, node])
    done.add(node)
  }
  for (const node of graph.keys()) visit(node, [])
  return found
}

/** Every file that a file loads before anything runs, with what it imports. Of those that the build runs, nothing is left to load. */
function loadedFrom(file: string, seen = new Map<string, readonly string[]>()): ReadonlyMap<string, readonly string[]> {
  const text = readFileSync(join(SOURCE, file), 'utf8')
  const imports = [...text.matchAll(/^import (?!type )(?:[^'(]*from )?'([^']+)'/gm)].map(([, path = '']) => resolved(file, path))
  seen.set(file, EVALUATED.test(file) ? [] : imports)
  for (const path of seen.get(file) ?? []) if (path.endsWith('.ts') && !seen.has(path)) loadedFrom(path, seen)
  return seen
}

function resolved(file: string, path: string): string {
  return path.startsWith('.') ? normalize(join(file, '..', path)) : path
}

function breaches(file: string, text: string): string[] {
  const rule = RULES.find(({ files }) => files.test(file))
  const code = text.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')
  const imported = [...code.matchAll(/\b(?:from|import)\s*\(?\s*['"]([^'"\s]+)['"]/g)].map(([, path = '']) => resolved(file, path))
  const said = rule?.code ? [...code.matchAll(new RegExp(rule.code, 'g'))].map(([words]) => words) : []
  return [
    ...imported.filter((path) => !rule?.imports.test(path)).map((path) => `${file} imports ${path}`),
    ...said.map((words) => `${file} says ${words}`),
  ]
}

/** Jest's own would count seconds of the wall, and let what a failed test left reach the next one. */
test('end-to-end tests have their hooks and their patience from support/test.ts', () => {
  const folder = join(import.meta.dirname, 'e2e')
  const files = globSync('*.test.ts', { cwd: folder }).filter((file) => file !== 'faults.test.ts')
  expect(files.length).toBeGreaterThan(20)
  const own = files.filter((file) => {
    const [, names = ''] = /^import \{([^}]*)\} from '@jest\/globals'/m.exec(readFileSync(join(folder, file), 'utf8')) ?? []
    return /\b(it|test|beforeAll|beforeEach|afterEach|jest)\b/.test(names)
  })
  expect(own).toEqual([])
})
