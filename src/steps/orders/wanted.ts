import type { Config } from '../../config/config.ts'
import { carryOver } from '../../domain/release/carry-over.ts'
import type { StoredRelease } from '../../domain/release/release-document.ts'
import type { PromotedRelease, Wanted } from '../../domain/release/wanted.ts'
import type { Service } from '../../domain/service.ts'

/** What the inputs ask for: the commit, built, or the image that they name. */
export function wantedByInputs({ job: { commit }, image, spec }: Config): Wanted {
  return image.existing === undefined ? { kind: 'build', commit, spec } : { kind: 'given', image: image.existing, commit, spec }
}

/** What a release that is verified in `from` becomes in the environment of this run. */
export function wantedByPromotion(config: Config, from: Service, release: StoredRelease): PromotedRelease {
  const { spec, differs } = carryOver(release.spec, { from, to: config.service, given: config.spec })
  return { kind: 'promoted', from: { environment: from.environment, release, differs }, commit: release.commit, spec }
}
