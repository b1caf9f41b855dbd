import type { Config, PromotionConfig } from '../config/config.ts'
import type { Context, PromotionSource } from '../context.ts'
import { sessionNameOf } from '../domain/identity/session-name.ts'
import type { Identity } from './identity.ts'
import { lazy, once } from './lazy.ts'
import { lasting } from './aws/lasting.ts'
import { clientOptions } from './aws/options.ts'
import type { ClientOptions } from './aws/options.ts'

/** AWS's default for an assumed role, in seconds, and its limit for one that another role assumes. */
const CHAINED = 3600

interface Around extends Pick<Context, 'clock'> {
  /** The identity of the run's requests. */
  readonly identity: Identity
}

/** The adapters for an environment in another account, or in another region of this one. */
export function connectSource(config: Config, promotion: PromotionConfig, around: Around): PromotionSource {
  const { clock } = around
  const options = optionsOf(config, promotion, around)
  const ssm = once(async () => (await import('./aws/ssm.ts')).connectSsm(options))
  const ecr = once(async () => (await import('./aws/ecr.ts')).connectEcr(options, promotion.from))
  return {
    repositories: lazy(async () => (await ecr()).repositories),
    scans: lazy(async () => (await ecr()).scans),
    records: lazy(async () => (await ssm()).records),
    statusQuery: lazy(async () => (await ssm()).statusQuery({ clock, onWait: () => undefined })),
  }
}

function optionsOf(config: Config, { role, region }: PromotionConfig, { identity, clock }: Around): ClientOptions {
  if (role === undefined) return clientOptions(region, identity)
  const session = once(async () =>
    (await import('./aws/role.ts')).connectRole(clientOptions(config.region, identity), role, sessionNameOf(config.job)),
  )
  return clientOptions(region, { credentials: lasting(async () => (await session())(), { clock, seconds: CHAINED }) })
}
