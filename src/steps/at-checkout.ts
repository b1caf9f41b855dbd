import type { Config } from '../config/config.ts'
import type { Checkout } from '../ports/image/checkout.ts'
import type { Progress } from '../ports/github/progress.ts'

/**
 * The configuration with the commit that is checked out, which is what would be built; GITHUB_SHA is that of the event, and a step may check out
 * another one. Where Git does not tell, the event's is all that is known. Commands that build nothing ask for none.
 */
export async function atCheckout(config: Config, checkout: Checkout, progress: Pick<Progress, 'info'>): Promise<Config> {
  if (config.promotion !== undefined || (config.command !== 'deploy' && config.command !== 'plan')) return config
  const { commit } = config.job
  const head = await checkout.head()
  if (head.kind === 'unknown') {
    progress.info(`Commit ${commit.slice(0, 8)} is that of the event; what is checked out is not known: ${head.reason}`)
    return config
  }
  if (head.id === commit) return config
  progress.info(`Commit ${head.id.slice(0, 8)} is checked out, and so it is what counts; the event is for ${commit.slice(0, 8)}`)
  return { ...config, job: { ...config.job, commit: head.id } }
}
