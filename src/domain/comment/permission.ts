import { refuse } from '../refusal.ts'
import type { Refused } from '../refusal.ts'
import type { Person } from './event.ts'

/** Permissions on a repository, the lower ones first. */
export const LEVELS = ['write', 'maintain', 'admin'] as const

export type Level = (typeof LEVELS)[number]

/** What GitHub says about an account with a login. */
export interface Permission {
  /** Of the account. */
  readonly id: number
  /** `undefined`: less than `write`. */
  readonly level: Level | undefined
}

/** `permission`: one of GitHub's old levels, where `write` includes the role `maintain`. A custom role has the level that it is based on. */
export function levelOf(permission: string, maintains: boolean): Level | undefined {
  if (permission === 'write') return maintains ? 'maintain' : 'write'
  return permission === 'admin' ? 'admin' : undefined
}

/** The permission also counts if it is higher. Another account can have got the login in the meantime. */
export function isPermitted({ id }: Person, found: Permission, needed: Level): boolean {
  return found.id === id && found.level !== undefined && LEVELS.indexOf(found.level) >= LEVELS.indexOf(needed)
}

/** Why somebody cannot give a command. */
export function refusePermission(person: Person, found: Permission, needed: Level): Refused | undefined {
  if (isPermitted(person, found, needed)) return undefined
  return refuse(
    `${person.login} has no permission for this: it needs ${needed} on the repository`,
    'Ask somebody with that permission to write the comment.',
  )
}
