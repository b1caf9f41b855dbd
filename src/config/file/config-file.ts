import type { Mapping } from '../../domain/field/value.ts'
import type { ConfigSource } from '../../ports/github/config-source.ts'
import { FACTS } from '../step/facts.ts'
import type { Problem } from '../step/problem.ts'
import { commandOf, stepText } from '../step/step.ts'

const DEFAULT_PATH = '.github/docker-to-ec2.yml'

/** The configuration file, or the problems with it. */
export interface ConfigFile {
  readonly path: string
  /** Empty if there are problems. */
  readonly content: Mapping
  readonly problems: readonly Problem[]
}

/** Reads the file that `config` names, or the default one if it exists. Some commands take none. */
export async function findConfigFile(env: NodeJS.ProcessEnv, source: ConfigSource): Promise<ConfigFile | undefined> {
  const { command } = commandOf(env)
  if (command !== undefined && !FACTS.config.commands.includes(command)) return undefined
  const asked = await askedPath(env)
  if (asked === 'none') return undefined
  const path = asked ?? DEFAULT_PATH
  const found = await source.read(path)
  switch (found.kind) {
    case 'found':
      return parseConfig(path, found.text)
    case 'missing': {
      const { where, instead } = found
      if (asked === undefined && instead === undefined) return undefined
      const other = instead === undefined ? '' : `, but ${instead}; rename that, or set config to its path`
      return unread(path, [{ input: 'config', message: `there is no ${path} ${where}${other}` }])
    }
    case 'unknown': {
      const message = `cannot find out whether ${path} exists: ${found.reason}. Check out the repository first, give the job contents: read, or set config: none`
      return unread(path, [{ input: 'config', message }])
    }
  }
}

/** `none` also for a wrong path, which reading the inputs reports. */
async function askedPath(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const text = stepText(env, 'config')
  if (text === undefined) return undefined
  const { readInput } = await import('../step/values.ts')
  const read = readInput('config', text)
  return 'value' in read ? String(read.value) : 'none'
}

const EMPTY: Mapping = { kind: 'map', entries: [], at: { line: 1, column: 1 } }

function unread(path: string, problems: readonly Problem[]): ConfigFile {
  return { path, content: EMPTY, problems }
}

/** Reads the text of a configuration file. `path`: for messages. */
export async function parseConfig(path: string, text: string): Promise<ConfigFile> {
  // Loaded only if there is a file.
  const { readYaml } = await import('./read-yaml.ts')
  const { content, wrong } = readYaml(text)
  if (wrong.length === 0) return { path, content, problems: [] }
  return unread(
    path,
    wrong.map(({ message, at }) => ({ input: '', message, at: { path, ...at } })),
  )
}
