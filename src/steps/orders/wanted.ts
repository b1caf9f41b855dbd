import type { Config } from '../../config/config.ts'
import type { StoredRelease } from '../../domain/release/release-document.ts'
import type { PromotedRelease, Wanted } from '../../domain/release/wanted.ts'
import { carryOver } from '../../domain/rollout/promotion.ts'
import type { Service } from '../../domain/service.ts'

/** What the inputs ask for: the commit, built, or the image that they name. */
export function wantedByInputs({ job, image, run, health, route, canaryHeader, migration }: Config): Wanted {
  const specified = { commit: job.commit, configuration: { run, health, route, canaryHeader }, migration }
  return image.existing === undefined ? { kind: 'build', ...specified } : { kind: 'given', image: image.existing, ...specified }
}

/** What a release that is verified in `from` becomes in the environment of this run. */
export function wantedByPromotion(config: Config, from: Service, release: StoredRelease): PromotedRelease {
  const { commit, health, migration, route } = release
  const { run, differs } = carryOver(release.run, { from, to: config.service, given: config.run })
  return {
    kind: 'promoted',
    from: { environment: from.environment, release, differs },
    commit,
    configuration: { run, health, route: { ...config.route, upstream: route.upstream }, canaryHeader: config.canaryHeader },
    migration: migration || config.migration,
  }
}
