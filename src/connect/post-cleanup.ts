import type { PostCleanup } from '../ports/post-cleanup.ts'
import { saveState } from '../report/runner-file.ts'

/** Notes for the `post` phase, by way of the runner's file of states: what is written there last counts. */
export const postCleanup: PostCleanup = {
  note: (kind, leftover) => saveState({ [kind]: JSON.stringify(leftover) }),
  forget: (kind) => saveState({ [kind]: '' }),
}
