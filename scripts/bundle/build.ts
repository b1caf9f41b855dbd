// Bundles src/ into dist/ in two passes. rolldown picks the ES builds, drops what is unused, and keeps what every run loads together and
// each AWS client apart, so that a run loads only the clients it needs; ncc then makes the files that the runner executes. Those that others
// have mostly written become as short as they can without losing the names of functions and classes, which a stack shows.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import type { CodeSplittingGroup, OutputAsset, OutputChunk, Plugin } from 'rolldown'
import { minifySync } from 'rolldown/utils'
import type { MinifyOptions } from 'rolldown/utils'
import { evaluated } from './evaluated.ts'
import { hostProgramModule } from './host-program.ts'
import { lazyRows } from './lazy-rows.ts'
import { withoutDocs } from './without-docs.ts'

// ncc's output depends on the working directory.
process.chdir(join(import.meta.dirname, '..', '..'))

// If it were inlined here, @actions/exec would make ncc's asset relocator copy the whole project into dist.
const LEFT_TO_NCC = ['@actions/exec', '@actions/io']
const FREE_OF_SIDE_EFFECTS = /node_modules[\\/](@actions[\\/](core|http-client|github)|undici|tunnel)[\\/]/
const EXPECTED = /^((\d+\.)?index\.js|package\.json|licenses\.txt)$/

const PACKAGES = join(import.meta.dirname, '..', '..', 'node_modules')

const INSTEAD = {
  // Its ES build, which Node.js would not choose, so that unused code can be left out.
  yaml: join(PACKAGES, 'yaml/browser/dist/index.js'),
  undici$: join(import.meta.dirname, 'undici.mjs'),
  '@octokit/plugin-rest-endpoint-methods': join(import.meta.dirname, 'endpoint-methods.mjs'),
  // One of the two versions of GitHub's packages, which differ in their format.
  '@actions/http-client': join(PACKAGES, '@actions/http-client'),
  // One of the two forms of undici's parser. The other one is faster.
  '../llhttp/llhttp_simd-wasm.js': join(PACKAGES, 'undici/lib/llhttp/llhttp-wasm.js'),
}

const hostProgram: Plugin = {
  name: 'host-program',
  load: (id) => (id.endsWith('.py') ? { code: hostProgramModule(), moduleType: 'js' } : null),
}

const filesOfSdk: Plugin = {
  name: 'files-of-sdk',
  resolveId: (id, importer) =>
    id === 'node:fs/promises' && importer?.includes('/shared-ini-file-loader/') ? join(import.meta.dirname, 'read-file.mjs') : null,
}

const OUTPUT = {
  dir: 'build/pre',
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
  // The sources have them.
  comments: { jsdoc: false },
  // Without V8's checks that a constant has its value already.
  topLevelVar: true,
} as const

const STATS = 'build/stats.json'

const { packages, ofOthers } = await preBundle()
rmSync('dist', { recursive: true, force: true })
const ncc = fileURLToPath(import.meta.resolve('@vercel/ncc/dist/ncc/cli.js'))
execFileSync(process.execPath, [ncc, 'build', 'build/pre/main.js', '-o', 'dist', '-q', '-C', '--stats-out', STATS], {
  stdio: 'inherit',
})
for (const file of ['index.js']) escapeLetters(join('dist', file))
for (const file of mostlyOf(ofOthers)) shrink(join('dist', file), { module: false, mangle: { keepNames: true } })
writeFileSync('dist/package.json', '{"type":"commonjs"}\n')
writeFileSync('dist/licenses.txt', licenses([...packages, ...LEFT_TO_NCC.map((name) => `node_modules/${name}`)]))

const unexpected = readdirSync('dist', { recursive: true }).filter((file) => !EXPECTED.test(String(file)))
if (unexpected.length > 0) throw new Error(`ncc emitted unexpected files into dist: ${unexpected.join(', ')}`)

/** The part of webpack's statistics that is used here. */
interface Stats {
  readonly chunks: readonly {
    readonly files: readonly string[]
    readonly modules: readonly { readonly name: string; readonly size: number }[]
  }[]
}

interface PreBundle {
  /** Folders of the packages that went into it. */
  readonly packages: ReadonlySet<string>
  /** Files of build/pre with code of packages. */
  readonly ofOthers: ReadonlySet<string>
}

/** Writes build/pre. */
async function preBundle(): Promise<PreBundle> {
  const bundle = await rolldown({
    input: { main: 'src/main.ts' },
    platform: 'node',
    external: LEFT_TO_NCC,
    plugins: [hostProgram, filesOfSdk, evaluated, withoutDocs, lazyRows],
    resolve: { mainFields: ['module', 'main'], alias: INSTEAD },
    treeshake: { moduleSideEffects: [{ test: FREE_OF_SIDE_EFFECTS, sideEffects: false }] },
    // It makes chunks import each other, and then one of them runs before what it needs.
    experimental: { chunkOptimization: false },
  })
  const { output } = await bundle.write({
    ...OUTPUT,
    cleanDir: true,
    codeSplitting: { groups: loadedTogether((await bundle.generate(OUTPUT)).output) },
  })
  // Without a type, ncc writes CommonJS: a graph of ES modules costs the start a promise for each file and more.
  writeFileSync('build/pre/package.json', '{}\n')
  const chunks = output.filter((file) => file.type === 'chunk')
  refuseCircles(new Map(chunks.map(({ fileName, imports }) => [fileName, imports])))
  const ofOthers = new Set(chunks.filter(({ moduleIds }) => moduleIds.some(isOfPackage)).map(({ fileName }) => fileName))
  for (const file of ofOthers) shrink(join('build/pre', file), { module: true, mangle: false })
  const modules = chunks.flatMap(({ moduleIds }) => moduleIds)
  const packages = new Set(modules.flatMap((id) => relative('.', id).match(/^.*node_modules\/(@[^/]+\/)?[^/]+/)?.[0] ?? []))
  return { packages, ofOthers }
}

/** What each run loads at its start, then to read its inputs, then for its first AWS request: in few chunks, whose modules call each other directly. */
function loadedTogether(output: readonly (OutputChunk | OutputAsset)[]): CodeSplittingGroup[] {
  const chunks = output.filter((file) => file.type === 'chunk')
  const [start, inputs, request] = [['src/main.ts'], ['src/config/given.ts'], ['src/carry-out.ts', 'src/connect/aws/sts.ts']].map(
    (files) => new Set(files.flatMap((file) => [...modulesWith(chunks, join(process.cwd(), file))])),
  ) as [Set<string>, Set<string>, Set<string>]
  return [
    { name: 'start', test: (id) => start.has(id), priority: 6 },
    { name: 'inputs-packages', test: (id) => inputs.has(id) && isOfPackage(id), priority: 5 },
    { name: 'inputs', test: (id) => inputs.has(id), priority: 4 },
    { name: 'request-packages', test: (id) => request.has(id) && isOfPackage(id), priority: 3 },
    { name: 'request', test: (id) => request.has(id), priority: 2 },
    { name: 'shared-packages', test: isOfPackage, minShareCount: 4, priority: 1 },
    { name: 'shared', test: (id) => !isOfPackage(id), minShareCount: 4 },
  ]
}

/** The modules of the chunk that begins with this file, and of all chunks that it imports. */
function modulesWith(chunks: readonly OutputChunk[], file: string): ReadonlySet<string> {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const names = new Set(chunks.filter(({ facadeModuleId }) => facadeModuleId === file).map(({ fileName }) => fileName))
  if (names.size === 0) throw new Error(`no chunk begins with ${file}`)
  for (const name of names) for (const next of byName.get(name)?.imports ?? []) names.add(next)
  return new Set([...names].flatMap((name) => byName.get(name)?.moduleIds ?? []))
}

function isOfPackage(id: string): boolean {
  return id.includes('/node_modules/')
}

/** The files that ncc has made mostly of these files of build/pre. */
function mostlyOf(pre: ReadonlySet<string>): readonly string[] {
  const { chunks } = JSON.parse(readFileSync(STATS, 'utf8')) as Stats
  const letters = (modules: Stats['chunks'][number]['modules']): number => modules.reduce((sum, { size }) => sum + size, 0)
  const most = chunks.filter(({ modules }) => 2 * letters(modules.filter(({ name }) => pre.has(basename(name)))) > letters(modules))
  if (most.length === 0) throw new Error(`${STATS} names none of build/pre: ${[...pre].join(', ')}`)
  return most.flatMap(({ files }) => files)
}

/** Leaves out layout and comments and, with `mangle`, shortens names that no stack shows. */
function shrink(file: string, how: Pick<MinifyOptions, 'module' | 'mangle'>): void {
  const { code, errors } = minifySync(file, readFileSync(file, 'utf8'), { ...how, compress: false })
  if (errors.length > 0) throw new Error(`${file}: ${errors.map(({ message }) => message).join(', ')}`)
  writeFileSync(file, code)
}

/** V8 keeps a file with other letters in twice the memory, and reads it more slowly. */
function escapeLetters(file: string): void {
  const code = readFileSync(file, 'utf8')
  if (/String\.raw`[^`]*[^\0-\x7F]/.test(code)) throw new Error(`${file}: an escape in a raw text is no letter`)
  writeFileSync(
    file,
    code.replace(/[^\0-\x7F]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
  )
}

function refuseCircles(imports: ReadonlyMap<string, readonly string[]>): void {
  const walk = (chunk: string, way: readonly string[]): void => {
    if (way.includes(chunk)) throw new Error(`chunks import each other: ${[...way, chunk].join(' > ')}`)
    for (const next of imports.get(chunk) ?? []) walk(next, [...way, chunk])
  }
  for (const chunk of imports.keys()) walk(chunk, [])
}

/** One notice for each license text, headed by the packages that carry it. */
function licenses(homes: readonly string[]): string {
  const packagesByText = new Map<string, string[]>()
  for (const home of homes.toSorted()) {
    const { name, version, license } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as Record<string, string>
    const file = readdirSync(home).find((entry) => /^(license|licence|copying)(\.|$)/i.test(entry))
    const text = file ? readFileSync(join(home, file), 'utf8').replaceAll('\r', '').trim() : `License: ${license}`
    packagesByText.set(text, [...(packagesByText.get(text) ?? []), `${name} ${version}`])
  }
  return [...packagesByText].map(([text, packages]) => `${packages.join(', ')}\n\n${text}\n`).join(`\n${'-'.repeat(80)}\n\n`)
}
