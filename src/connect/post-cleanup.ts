import * as v from 'valibot'
import { VERBS } from '../domain/order/order.ts'
import { count, line, readJson } from '../domain/untrusted.ts'
import type { RunRole } from '../domain/identity/job-role.ts'
import type { Leftovers, PostCleanup } from '../ports/post-cleanup.ts'
import { saveState, stateOf } from '../report/runner-file.ts'

/** Saves notes for the `post` phase in the runner's state file, where the last value counts. */
export const postCleanup: PostCleanup = {
  note: (kind, leftover) => saveState({ [kind]: JSON.stringify(leftover) }),
  forget: (kind) => saveState({ [kind]: '' }),
}

const hostIds = v.array(line)
/** Keeps fields that belong to a single verb. */
const order = v.looseObject({
  verb: v.picklist(VERBS),
  id: line,
  service: line,
  region: line,
  lockTimeout: count,
  runUrl: line,
  token: count,
})

const LEFTOVERS: { readonly [K in keyof Leftovers]: v.GenericSchema<unknown, Leftovers[K]> } = {
  command: v.object({ region: line, id: line, hostIds, sentAt: v.number(), commandId: v.exactOptional(line) }),
  order: v.object({ region: line, hostIds, order }),
  build: v.object({ folder: line, images: v.array(line) }),
  deployment: v.object({ id: count, repository: line, apiUrl: line, runUrl: line }),
  lease: v.object({ region: line, service: v.object({ name: line, environment: line }), owner: line }),
}

const ROLE = v.object({ arn: line, audience: line, sessionName: line, seconds: count })

/** For the `post` phase, which knows the step's inputs, but not the configuration file. */
export function saveRole(role: RunRole): void {
  saveState({ role: JSON.stringify(role) })
}

/** The role that the run assumed; `undefined`: it used the job's credentials. */
export function savedRole(): RunRole | undefined {
  return readJson<RunRole>(ROLE, stateOf('role'))
}

/** The leftover of this kind that a run saved and did not clear; `undefined` if there is none. */
export function leftoverOf<K extends keyof Leftovers>(kind: K): Leftovers[K] | undefined {
  const text = stateOf(kind)
  if (text === '') return undefined
  const leftover = readJson<Leftovers[K]>(LEFTOVERS[kind], text)
  if (leftover === undefined) throw new Error(`The state that the run left of its ${kind} cannot be read: ${text.slice(0, 200)}`)
  return leftover
}
