import type { Command } from '../command.ts'
import type { Outcome } from '../outcome.ts'
import type { Deploying } from './payload.ts'

/** The name of a command in its deployments. */
const RECORDED: Readonly<Partial<Record<Command, Deploying>>> = {
  deploy: 'deploy',
  preview: 'deploy',
  promote: 'promote',
  rollback: 'rollback',
  restart: 'restart',
}

/** `undefined`: the command deploys nothing. */
export function recordedCommand(command: Command): Deploying | undefined {
  return RECORDED[command]
}

/** Commands that change what GitHub shows of an environment. */
export const SHOWN_ON_GITHUB: readonly Command[] = ['deploy', 'preview', 'promote', 'rollback', 'restart', 'destroy', 'sweep']

/**
 * What a run with this outcome writes at its end, for its own service; `undefined`: nothing. A sweep ends the deployments of each preview that it
 * removes, and its own service, whose environment is the default, still serves.
 */
export function recordedEnd(command: Command, outcome: Outcome): Deploying | 'removed' | undefined {
  if (command === 'sweep' || !SHOWN_ON_GITHUB.includes(command)) return undefined
  return outcome === 'destroyed' ? 'removed' : recordedCommand(command)
}
