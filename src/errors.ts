import type { Refusal } from './domain/refusal.ts'
import type { ErrorCode } from './domain/cause/run-cause.ts'

/**
 * A failure that its reader can fix: `message` names the input or the resource, `hint` the next step.
 * Anything that is not a `DeployError` is a defect of the action and keeps its stack.
 */
export class DeployError extends Error {
  override readonly name = 'DeployError'
  readonly code: ErrorCode
  readonly hint: string | undefined

  constructor(code: ErrorCode, message: string, options: { readonly hint?: string; readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause })
    this.code = code
    this.hint = options.hint
  }
}

/** Whether AWS refused the call because a permission is missing. */
export function isNotAllowed(error: unknown): error is DeployError {
  return error instanceof DeployError && error.code === 'not-allowed'
}

/** What was thrown, in words for people. It can be any value. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}

/** A refusal as an error that ends the run. */
export function refused({ code = 'refused', reason, hint }: Refusal): DeployError {
  return new DeployError(code, reason, { hint })
}

/** Throws the refusal, if there is one. */
export function assertNotRefused(refusal: Refusal | undefined): void {
  if (refusal !== undefined) throw refused(refusal)
}

/** The user or the runner cancelled the run; nothing was wrong with its work. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
  constructor() {
    super('The run was cancelled.')
  }
}
