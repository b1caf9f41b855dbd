import type { Refusal } from './domain/refusal.ts'
import type { ErrorCode } from './domain/cause/run-cause.ts'

/**
 * A failure whose reader can act on it: `message` names the input or the resource, `hint` the step that helps.
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

/** Whether AWS refused it for lack of a permission. */
export function isNotAllowed(error: unknown): error is DeployError {
  return error instanceof DeployError && error.code === 'not-allowed'
}

/** A refusal as the end of the run. */
export function refused({ code = 'refused', reason, hint }: Refusal): DeployError {
  return new DeployError(code, reason, { hint })
}

/** The run was cancelled by the user or by the runner; nothing is wrong with what it was doing. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
  constructor() {
    super('The run was cancelled.')
  }
}
