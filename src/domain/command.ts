/** Every value of the input `command`. */
export const COMMANDS = [
  'deploy',
  'preview',
  'plan',
  'promote',
  'rollback',
  'restart',
  'status',
  'logs',
  'metrics',
  'freeze',
  'unfreeze',
  'steer',
  'schedule',
  'doctor',
  'destroy',
  'sweep',
  'comment',
] as const

export type Command = (typeof COMMANDS)[number]

/** Commands that work in AWS. `comment` only talks to GitHub. */
export const IN_AWS: readonly Command[] = COMMANDS.filter((command) => command !== 'comment')
/** Commands that deploy a release to hosts, or plan to. */
export const RELEASES: readonly Command[] = ['deploy', 'preview', 'plan', 'promote']
/** Commands that work on hosts. */
export const WORKS_ON_HOSTS: readonly Command[] = [...RELEASES, 'rollback', 'restart']
export const CHANGES: readonly Command[] = [...WORKS_ON_HOSTS, 'destroy']
/** Commands that wait for other runs of the service; `plan` shows how long a deploy would. */
export const WAITS: readonly Command[] = [...CHANGES, 'freeze', 'unfreeze', 'schedule', 'sweep']
