import { readFile, realpath } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { withoutByteOrderMark } from '../../domain/text.ts'
import { compareFiles, readTree } from '../../domain/image/build-files.ts'
import type { BuildContent, BuildFile, BuildFiles } from '../../domain/image/build-files.ts'
import { readDockerignore } from '../../domain/image/dockerignore.ts'
import type { IgnoreRules } from '../../domain/image/dockerignore.ts'
import { messageOf } from '../../errors.ts'
import type { Checkout, Head } from '../../ports/image/checkout.ts'
import { readSbomFile } from './sbom-file.ts'
import { contextFiles, fileAt } from './context-files.ts'
import type { Hash } from './context-files.ts'
import { git } from './git.ts'
import type { Git, GitSpec, Repository } from './git.ts'

export interface CheckoutSpec extends GitSpec {
  /** Absolute path of the runner's workspace. */
  readonly workspace: string
  /** Absolute path. */
  readonly context: string
  /** Absolute path. */
  readonly dockerfile: string
}

type Found = { readonly repository: Repository } | { readonly reason: string }

/** Looks once, and reads only the commit if nothing else is needed. */
export function localCheckout(spec: CheckoutSpec): Checkout {
  const tool = git(spec)
  let found: Promise<Found> | undefined
  let content: Promise<BuildContent | undefined> | undefined
  const look = (): Promise<Found> => (found ??= findRepository(tool, spec))
  return {
    head: async () => headOf(await look()),
    committedAt: async () => committedAt(tool, await look()),
    readme: async () => readmeOf(tool, await look()),
    dockerfile: () => readFile(spec.dockerfile, 'utf8').catch(() => undefined),
    sbom: readSbomFile,
    content: () => (content ??= look().then((known) => readContent(tool, spec, known))),
  }
}

function headOf(found: Found): Head {
  return 'repository' in found ? { kind: 'commit', id: found.repository.commit } : { kind: 'unknown', reason: found.reason }
}

async function committedAt(tool: Git, found: Found): Promise<Date | undefined> {
  return 'repository' in found ? tool.committedAt(found.repository).catch(() => undefined) : undefined
}

/** The order of https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-readmes */
const README_FOLDERS = ['.github/', '', 'docs/'] as const
const README_NAMES = ['README.md', 'readme.md', 'Readme.md', 'README.rst', 'README.txt', 'README'] as const

async function readmeOf(tool: Git, found: Found): Promise<string | undefined> {
  if (!('repository' in found)) return undefined
  const places = README_FOLDERS.flatMap((folder) => README_NAMES.map((name) => `${folder}${name}`))
  const tree = readTree(await tool.tree(found.repository, places).catch(() => ''))
  return places.find((path) => tree.has(path))
}

/** A context may lie outside of the checkout, such as the output of an earlier step; the commit is still that of the workspace. */
async function findRepository(tool: Git, { context, workspace }: CheckoutSpec): Promise<Found> {
  try {
    return { repository: await tool.repository(context).catch(() => tool.repository(workspace)) }
  } catch (error) {
    return { reason: messageOf(error) }
  }
}

async function readContent(tool: Git, spec: CheckoutSpec, found: Found): Promise<BuildContent | undefined> {
  const dockerfile = await realpath(spec.dockerfile).catch(() => undefined)
  if ('reason' in found && dockerfile === undefined) return undefined
  const repository = 'repository' in found ? found.repository : undefined
  const build = { context: await realpath(spec.context).catch(() => spec.context), dockerfile: dockerfile ?? spec.dockerfile }
  const rules = await ignoreRules(build)
  const [there, committed] = await Promise.all([
    filesThere(build, rules, repository?.commit.length === 64 ? 'sha256' : 'sha1'),
    repository ? filesCommitted(tool, repository, { build, rules }) : new Map<string, BuildFile>(),
  ])
  return compareFiles(there, committed)
}

type Build = Pick<CheckoutSpec, 'context' | 'dockerfile'>

type Steering = readonly [name: string, places: readonly string[]]

/**
 * Files that control the build, wherever they are and whether or not they are ignored: a name that no path of the context has, and the places to
 * look, in order.
 */
function steering({ context, dockerfile }: Build): readonly [dockerfile: Steering, dockerignore: Steering] {
  return [
    ['/Dockerfile', [dockerfile]],
    ['/.dockerignore', [`${dockerfile}.dockerignore`, join(context, '.dockerignore')]],
  ]
}

async function ignoreRules(build: Build): Promise<IgnoreRules> {
  const [, [, places]] = steering(build)
  const texts = await Promise.all(places.map((place) => readFile(place, 'utf8').catch(() => undefined)))
  return readDockerignore(withoutByteOrderMark(texts.find((text) => text !== undefined) ?? ''))
}

async function filesThere(build: Build, rules: IgnoreRules, hash: Hash): Promise<BuildFiles> {
  const files = await contextFiles(build.context, rules, hash)
  const steered = steering(build).map(async ([name, places]) => {
    const found = await Promise.all(places.map((place) => fileAt(place, hash)))
    return [name, found.find((file) => file !== undefined)] as const
  })
  return new Map([...files, ...(await Promise.all(steered)).flatMap(([name, file]) => (file ? [[name, file] as const] : []))])
}

interface Asked {
  readonly build: Build
  readonly rules: IgnoreRules
}

async function filesCommitted(tool: Git, repository: Repository, { build, rules }: Asked): Promise<BuildFiles> {
  const place = (path: string): string | undefined => placeIn(repository, path)
  const folder = place(build.context)
  const steered = steering(build).map(([name, places]) => [name, places.flatMap((path) => place(path) ?? [])] as const)
  const wanted = [folder, ...steered.flatMap(([, places]) => places)].filter((path) => path !== undefined)
  if (wanted.length === 0) return new Map()
  const tree = readTree(await tool.tree(repository, wanted.includes('') ? [] : wanted))
  const inContext = [...tree].flatMap(([path, file]) => below(folder, path, file)).filter(([path]) => !rules.ignores(path))
  const own = steered.flatMap(([name, places]) =>
    places
      .flatMap((path) => tree.get(path) ?? [])
      .slice(0, 1)
      .map((file) => [name, file] as const),
  )
  return new Map([...inContext, ...own])
}

function below(folder: string | undefined, path: string, file: BuildFile): (readonly [string, BuildFile])[] {
  if (folder === '') return [[path, file]]
  return folder !== undefined && path.startsWith(`${folder}/`) ? [[path.slice(folder.length + 1), file]] : []
}

/** Path relative to the repository; `undefined` outside of it. */
function placeIn({ root }: Repository, path: string): string | undefined {
  const place = relative(root, path)
  return place === '..' || place.startsWith('../') ? undefined : place
}
