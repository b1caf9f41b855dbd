import type { Command } from '../command.ts'
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
export const SHOWN_ON_GITHUB: readonly Command[] = ['deploy', 'preview', 'promote', 'rollback', 'restart', 'destroy']
