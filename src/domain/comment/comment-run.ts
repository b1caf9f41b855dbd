import type { CommentEvent } from './event.ts'
import type { Level } from './permission.ts'
import type { Jobs } from './jobs.ts'

/** A run for a comment. */
export interface CommentRun {
  readonly event: CommentEvent
  /** The known environments; the first is the default. */
  readonly environments: readonly string[]
  /** What the author needs. */
  readonly permission: Level
  readonly allowForks: boolean
  /** Whether a deploy of a pull request needs an approving review. */
  readonly needsReview: boolean
  /** The jobs that did what was asked; `undefined`: this run reads the comment. */
  readonly jobs: Jobs | undefined
}
