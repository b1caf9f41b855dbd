import type { Config } from '../../config/config.ts'
import type { Context } from '../../context.ts'
import { carryOver } from '../../domain/release/carry-over.ts'
import type { StoredRelease } from '../../domain/release/release-document.ts'
import { isWorker, unusedByWorker } from '../../domain/release/spec.ts'
import type { Specification } from '../../domain/release/spec.ts'
import type { PromotedRelease, Wanted } from '../../domain/release/wanted.ts'
import type { Service } from '../../domain/service.ts'
import { shortCommit } from '../../domain/commits.ts'

/** What the inputs ask for: the checked-out commit, built, or the image that they name. */
export async function wantedByInputs(ctx: Pick<Context, 'config' | 'checkout' | 'progress'>): Promise<Wanted> {
  const { image, spec } = ctx.config
  const commit = await commitOf(ctx)
  return image.existing === undefined ? { kind: 'build', commit, spec } : { kind: 'given', image: image.existing, commit, spec }
}

/** GITHUB_SHA is the event's commit, but a step may check out another one. If Git does not know the commit, the event's is the best guess. */
async function commitOf({ config, checkout, progress }: Pick<Context, 'config' | 'checkout' | 'progress'>): Promise<string> {
  const { commit } = config.job
  const head = await checkout.head()
  if (head.kind === 'unknown') {
    progress.info(`Using commit ${shortCommit(commit)} of the event, because the checked-out commit is unknown: ${head.reason}`)
    return commit
  }
  if (head.id !== commit) progress.info(`Using the checked-out commit ${shortCommit(head.id)}; the event is for ${shortCommit(commit)}`)
  return head.id
}

export interface Promoting {
  readonly from: Service
  readonly release: StoredRelease
  /** Its semantic version there; `undefined`: it has none. */
  readonly semver: string | undefined
}

/** A release that is verified in `from`, adapted to this run's environment. */
export function wantedByPromotion(config: Config, { from, release, semver }: Promoting): PromotedRelease {
  const { spec, differs } = carryOver(release.spec, { from, to: config.service, given: config.spec })
  return { kind: 'promoted', from: { environment: from.environment, release, semver, differs }, commit: release.commit, spec }
}

/**
 * The run for a release, which says itself whether it has visitors: a worker has no requests for a canary, and no ports, whatever the inputs say. Those
 * can be shared by services of both kinds, and do not say which kind a promotion finds; then the log says what has no effect.
 */
export function fittedTo(ctx: Context, spec: Specification): Context {
  const { config, progress } = ctx
  if (!isWorker(spec)) return ctx
  const unused = isWorker(config.spec) ? [] : [...(config.canary === undefined ? [] : ['canary-steps']), ...unusedByWorker(config.spec)]
  if (unused.length > 0) progress.info(`The release is a worker, so this has no effect: ${unused.join(', ')}`)
  return { ...ctx, config: { ...config, canary: undefined, host: { ...config.host, ports: [] } } }
}
