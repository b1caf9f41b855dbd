/** Every value of the input `command`. */
export const COMMANDS = ['deploy', 'plan', 'promote', 'rollback', 'restart', 'status', 'destroy'] as const

export type Command = (typeof COMMANDS)[number]
