// Bundles src/ into dist/ in two passes. rolldown picks the ES builds, drops what is unused and keeps one chunk for each
// AWS client, so that a run loads only the clients it needs; ncc then makes the files that the runner executes.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import type { Plugin } from 'rolldown'
import { minifySync } from 'rolldown/experimental'
import { hostProgramModule } from './host-program.ts'

// ncc's output depends on the working directory.
process.chdir(join(import.meta.dirname, '..'))

// If it were inlined here, @actions/exec would make ncc's asset relocator copy the whole project into dist.
const LEFT_TO_NCC = ['@actions/exec', '@actions/io']
const FREE_OF_SIDE_EFFECTS = /node_modules[\\/](@actions[\\/](core|http-client|github)|undici|tunnel)[\\/]/
const EXPECTED = /^((\d+\.)?index\.js|package\.json|licenses\.txt)$/

// Its ES build, which Node.js would not choose, so that unused code can be left out.
const YAML = join(import.meta.dirname, '..', 'node_modules', 'yaml', 'browser', 'dist', 'index.js')

const hostProgram: Plugin = {
  name: 'host-program',
  load: (id) => (id.endsWith('.py') ? { code: hostProgramModule(), moduleType: 'js' } : null),
}

const packages = await preBundle()
rmSync('dist', { recursive: true, force: true })
const ncc = fileURLToPath(import.meta.resolve('@vercel/ncc/dist/ncc/cli.js'))
execFileSync(process.execPath, [ncc, 'build', 'build/pre/main.js', '-o', 'dist', '-q', '-C'], {
  stdio: 'inherit',
})
writeFileSync('dist/package.json', '{"type":"commonjs"}\n')
writeFileSync('dist/licenses.txt', licenses([...packages, ...LEFT_TO_NCC.map((name) => `node_modules/${name}`)]))

const unexpected = readdirSync('dist', { recursive: true }).filter((file) => !EXPECTED.test(String(file)))
if (unexpected.length > 0) throw new Error(`ncc emitted unexpected files into dist: ${unexpected.join(', ')}`)

/** Writes build/pre and returns the folders of the packages that went into it. */
async function preBundle(): Promise<Set<string>> {
  const bundle = await rolldown({
    input: { main: 'src/main.ts' },
    platform: 'node',
    external: LEFT_TO_NCC,
    plugins: [hostProgram],
    resolve: { mainFields: ['module', 'main'], alias: { yaml: YAML } },
    treeshake: { moduleSideEffects: [{ test: FREE_OF_SIDE_EFFECTS, sideEffects: false }] },
    // It makes chunks import each other, and then one of them runs before what it needs.
    experimental: { chunkOptimization: false },
  })
  const { output } = await bundle.write({
    dir: 'build/pre',
    format: 'esm',
    cleanDir: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
  })
  // Without a type, ncc writes CommonJS: a graph of ES modules costs the start a promise for each file and more.
  writeFileSync('build/pre/package.json', '{}\n')
  const chunks = output.filter((file) => file.type === 'chunk')
  refuseCircles(new Map(chunks.map(({ fileName, imports }) => [fileName, imports])))
  for (const { fileName, moduleIds } of chunks) if (moduleIds.some(isOfPackage)) shrink(join('build/pre', fileName))
  const modules = chunks.flatMap(({ moduleIds }) => moduleIds)
  return new Set(modules.flatMap((id) => relative('.', id).match(/^.*node_modules\/(@[^/]+\/)?[^/]+/)?.[0] ?? []))
}

function isOfPackage(id: string): boolean {
  return id.includes('/node_modules/')
}

/** Leaves out the layout and the comments of chunks that others have mostly written. Names stay, for who reads a stack. */
function shrink(file: string): void {
  const { code } = minifySync(file, readFileSync(file, 'utf8'), { module: true, compress: false, mangle: false })
  writeFileSync(file, code)
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
