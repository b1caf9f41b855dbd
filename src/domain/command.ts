/** Every value of the input `command`. */
export const COMMANDS = [
  'deploy',
  'preview',
  'plan',
  'promote',
  'rollback',
  'restart',
  'status',
  'freeze',
  'unfreeze',
  'destroy',
  'sweep',
] as const

export type Command = (typeof COMMANDS)[number]

/** Those that bring a release to hosts, or would. */
export const RELEASES: readonly Command[] = ['deploy', 'preview', 'plan', 'promote']
/** Those that work on hosts which are there, or are to be. */
export const WORKS_ON_HOSTS: readonly Command[] = [...RELEASES, 'rollback', 'restart']
export const CHANGES: readonly Command[] = [...WORKS_ON_HOSTS, 'destroy']
/** Those that wait for others which are at work on the service; `plan` tells how long a deploy would. */
export const WAITS: readonly Command[] = [...CHANGES, 'freeze', 'unfreeze', 'sweep']
