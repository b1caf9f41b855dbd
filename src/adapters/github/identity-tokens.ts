import { setTimeout } from 'node:timers/promises'
import { getIDToken } from '@actions/core'
import { DeployError, messageOf } from '../../errors.ts'
import type { Clock } from '../../ports/clock.ts'
import type { IdentityTokens } from '../../ports/github/identity-tokens.ts'

/** Milliseconds before each retry: https://github.com/aws-actions/configure-aws-credentials/issues/469 */
const PAUSES = [1000, 3000]
/** Milliseconds for an answer. The library waits for three minutes, and does not repeat a request without an answer. */
const LIMIT = 15_000

interface IdentitySpec {
  readonly clock: Pick<Clock, 'sleep'>
  readonly limit?: number
}

/** Uses the address and the token that the runner gives a job with `id-token: write`. The library masks the result. */
export function githubIdentityTokens({ clock, limit = LIMIT }: IdentitySpec): IdentityTokens {
  const issue = async (audience: string, [pause, ...pauses]: readonly number[]): Promise<string> => {
    try {
      return await within(limit, getIDToken(audience))
    } catch (cause) {
      if (pause === undefined || !mayAsk()) throw refusal(cause)
      await clock.sleep(pause)
      return issue(audience, pauses)
    }
  }
  return { issue: (audience) => issue(audience, PAUSES) }
}

/** Without this variable, the job lacks the permission, and asking again does not help. */
function mayAsk(): boolean {
  return (process.env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '') !== ''
}

async function within<T>(limit: number, answer: Promise<T>): Promise<T> {
  const answered = new AbortController()
  const late = setTimeout(limit, undefined, { signal: answered.signal }).then(() => {
    throw new Error(`no answer in ${limit / 1000} s`)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    late.catch(() => undefined)
    answered.abort()
  }
}

function refusal(cause: unknown): DeployError {
  return new DeployError('no-identity-token', `GitHub gave this job no identity token: ${reasonOf(cause)}`, {
    hint: 'Give the job `permissions: id-token: write`. If it has that, run this again, and see https://www.githubstatus.com if it fails again.',
    cause,
  })
}

/** The library's message has several lines and a prefix. */
function reasonOf(cause: unknown): string {
  return messageOf(cause)
    .replace(/^Error message: /, '')
    .replace(/\s+/g, ' ')
    .trim()
}
