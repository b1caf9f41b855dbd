import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withoutByteOrderMark } from '../../domain/text.ts'
import { messageOf } from '../../errors.ts'
import type { ConfigSource, FoundFile } from '../../ports/github/config-source.ts'
import type { CommitSpec } from './config-file.ts'

export interface ConfigSourceSpec extends CommitSpec {
  /** Folder of the checkout, if there is one. */
  readonly workspace: string
}

/** Reads checked-out files; GitHub's API if the repository, or this file, is not checked out. */
export function configSource(spec: ConfigSourceSpec): ConfigSource {
  return {
    async read(path) {
      try {
        return { kind: 'found', text: withoutByteOrderMark(readFileSync(join(spec.workspace, path), 'utf8')) }
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException
        if (code !== 'ENOENT' && code !== 'ENOTDIR') return { kind: 'unknown', reason: messageOf(error) }
      }
      return isCheckedOut(spec.workspace) ? missing(spec.workspace, path) : onGithub(spec, path)
    },
  }
}

function missing(workspace: string, path: string): FoundFile {
  const instead = path.endsWith('.yml') ? path.replace(/\.yml$/, '.yaml') : path.replace(/\.yaml$/, '.yml')
  return { kind: 'missing', where: 'in the checkout', ...(existsSync(join(workspace, instead)) && { instead }) }
}

/** Loaded only without a checkout. */
async function onGithub(spec: ConfigSourceSpec, path: string): Promise<FoundFile> {
  return (await import('./config-file.ts')).askForFile(spec, path)
}

function isCheckedOut(workspace: string): boolean {
  return existsSync(join(workspace, '.git')) && !existsSync(join(workspace, '.git', 'info', 'sparse-checkout'))
}
