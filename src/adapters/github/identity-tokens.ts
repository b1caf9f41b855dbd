import { getIDToken } from '@actions/core'
import { DeployError, messageOf } from '../../errors.ts'
import type { IdentityTokens } from '../../ports/github/identity-tokens.ts'

/** Uses the address and the token that the runner gives a job with `id-token: write`. The library masks the result. */
export const githubIdentityTokens: IdentityTokens = {
  async issue(audience) {
    try {
      return await getIDToken(audience)
    } catch (cause) {
      throw new DeployError('no-identity-token', `GitHub gave this job no identity token: ${reasonOf(cause)}`, {
        hint: 'Give the job `permissions: id-token: write`. If it has that, run this again, and see https://www.githubstatus.com if it fails again.',
        cause,
      })
    }
  },
}

/** The library's message has several lines and a prefix. */
function reasonOf(cause: unknown): string {
  return messageOf(cause)
    .replace(/^Error message: /, '')
    .replace(/\s+/g, ' ')
    .trim()
}
