import type { RunRole } from '../domain/identity/job-role.ts'
import type { Clock } from '../ports/clock.ts'
import { lasting } from './aws/lasting.ts'
import { clientOptions } from './aws/options.ts'
import type { ClientOptions } from './aws/options.ts'
import { once } from './lazy.ts'

/** The identity of a run's requests. Without credentials, the SDK's default chain finds the job's. */
export type Identity = Pick<ClientOptions, 'credentials'>

/** `region`: of the STS endpoint. */
export function connectIdentity(role: RunRole | undefined, region: string, clock: Clock): Identity {
  if (role === undefined) return {}
  const session = once(async () => {
    const [{ connectWebIdentity }, { githubIdentityTokens }] = await Promise.all([
      import('./aws/role.ts'),
      import('../adapters/github/identity-tokens.ts'),
    ])
    return connectWebIdentity(clientOptions(region), { role, tokens: githubIdentityTokens({ clock }), clock })
  })
  return { credentials: lasting(async () => (await session())(), { clock, seconds: role.seconds }) }
}
