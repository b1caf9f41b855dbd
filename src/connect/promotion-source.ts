import type { Config, PromotionConfig } from '../config/config.ts'
import type { Context, PromotionSource } from '../context.ts'
import { lazy, once } from './lazy.ts'
import { clientOptions } from './aws/options.ts'
import type { ClientOptions } from './aws/options.ts'

/** The adapters for an environment in another account, or in another region of this one. */
export function connectSource(config: Config, promotion: PromotionConfig, { clock }: Pick<Context, 'clock'>): PromotionSource {
  const options = optionsOf(config, promotion)
  const ssm = once(async () => (await import('./aws/ssm.ts')).connectSsm(options))
  const ecr = once(async () => (await import('./aws/ecr.ts')).connectEcr(options, promotion.from))
  return {
    repositories: lazy(async () => (await ecr()).repositories),
    scans: lazy(async () => (await ecr()).scans),
    records: lazy(async () => (await ssm()).records),
    statusQuery: lazy(async () => (await ssm()).statusQuery({ clock, onWait: () => undefined })),
  }
}

function optionsOf(config: Config, { role, region }: PromotionConfig): ClientOptions {
  if (role === undefined) return clientOptions(region)
  const session = once(async () =>
    (await import('./aws/sts.ts')).connectRole(clientOptions(config.region), role, `docker-to-ec2-${config.job.runId}`),
  )
  return clientOptions(region, { credentials: async () => (await session())() })
}
