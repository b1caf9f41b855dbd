/** Settings that a workflow and its jobs share. */
import { only, optional, plain, texts } from './nodes.ts'
import type { Concurrency, Permissions } from './types.ts'

export function readConcurrency(path: string, value: unknown): Concurrency | undefined {
  if (value === undefined) return undefined
  const node = typeof value === 'string' ? { group: value } : only(path, value, ['group', 'cancel-in-progress'])
  return { group: plain(node['group']), cancelInProgress: plain(node['cancel-in-progress'] ?? false) }
}

export function readPermissions(value: unknown): Permissions | undefined {
  if (typeof value === 'string') throw new Error(`permissions: ${value} is not known here: name the scopes`)
  return value === undefined ? undefined : texts(value)
}

export function readShell(path: string, value: unknown): string | undefined {
  return known(path, optional(only(`${path}.run`, only(path, value, ['run'])['run'], ['shell'])['shell']))
}

export function known(path: string, shell: string | undefined): string | undefined {
  if (shell !== undefined && shell !== 'bash') throw new Error(`${path}: the shell ${shell} is not known here`)
  return shell
}
