import type { StoredRelease } from '../release/release-document.ts'
import { refuse } from '../refusal.ts'
import type { Refused } from '../refusal.ts'
import type { ReleaseRecord } from '../release/record.ts'
import { compareFingerprint } from '../release/fingerprint.ts'
import type { Service } from '../service.ts'
import type { ShownRelease } from './shown-release.ts'

/** Whether a release may go on to the next environment. */
export type Verdict = { readonly kind: 'promote'; readonly release: StoredRelease; readonly note: string | undefined } | Refused

export interface Verification {
  readonly from: Service
  /** As it is now. */
  readonly record: ReleaseRecord
  /** As it was when the release was live there. */
  readonly recorded: ReleaseRecord | undefined
  readonly shown: ShownRelease
  /** Takes a release all the same that was rolled back from. */
  readonly allowRolledBack: boolean
}

/** Only what is verified in `promote-from`, by its host and its record alike. */
export function judgePromotion(verification: Verification): Verdict {
  const { from, record, shown } = verification
  const { environment } = from
  const heal = `Wait for a run that is at work there, or run command: deploy for ${environment}; command: status tells what is there.`
  const apart = shown.active !== shown.live || shown.live !== record.release
  if (apart) return refuse(`${environment} is not of one mind: ${telling(verification)}`, heal)
  const serves = shown.release === shown.live
  if (serves && (shown.serving !== record.digest || !shown.healthy)) {
    return refuse(`${shown.live || 'what is recorded'} does not serve ${environment} in good health`, heal)
  }
  return judgeRelease(verification)
}

function telling({ record, shown }: Verification): string {
  const verified = shown.active === shown.live ? '' : `, ${shown.active || 'nothing'} was verified last`
  return `its host serves ${shown.live || 'nothing'}${verified}, and ${record.release} is recorded`
}

function judgeRelease({ from, record, recorded, shown, allowRolledBack }: Verification): Verdict {
  const { release, stored } = shown
  const { environment } = from
  if (!shown.verified) {
    const known = shown.releases.length === 0 ? 'none is' : `these are: ${shown.releases.join(', ')}`
    return refuse(`${release} is not verified in ${environment}; ${known}`, `Choose one of them, or deploy it to ${environment} first.`)
  }
  if (shown.left && !allowRolledBack) {
    return refuse(
      `${release} was rolled back from in ${environment}`,
      'Choose another one, or set allow-rolled-back: true to promote it all the same.',
    )
  }
  if (stored === 'too-large') {
    return refuse(
      `the configuration of ${release} is too large to be read from the host of ${environment} by SSM`,
      'Shorten env and args there: put large values into Parameter Store (input secrets) or into the image.',
    )
  }
  if (stored === 'unreadable' || stored.name !== release) {
    return refuse(
      `the configuration of ${release} in ${environment} is lost, or was written by another version of this action`,
      `Deploy it to ${environment} again with the version that promotes it.`,
    )
  }
  if (recorded?.digest !== stored.digest || recorded.commit !== stored.commit) {
    return refuse(
      `the host of ${environment} and the record do not tell the same of ${release}: ${stored.digest} of ${stored.commit.slice(0, 8)}, and ` +
        (recorded ? `${recorded.digest} of ${recorded.commit.slice(0, 8)}` : 'nothing'),
      `Deploy it to ${environment} again.`,
    )
  }
  if (isReconfigured(from, recorded, stored)) {
    return refuse(
      `the host of ${environment} tells another configuration of ${release} than the record, or the record tells none`,
      `Deploy it to ${environment} again, and if this stays, to a new host.`,
    )
  }
  // Where the image is, only the record may say: the run's credentials are shown to its registry.
  const { image, login } = recorded
  return { kind: 'promote', release: { ...stored, image, login }, note: noteOn(record, environment) }
}

/** A release's name is eight digits of a hash, few enough to find another configuration of that name; together with those in the record they are not. */
function isReconfigured(from: Service, recorded: ReleaseRecord, stored: StoredRelease): boolean {
  return compareFingerprint(recorded, stored.spec).kind !== 'unchanged'
}

/** What serves was verified; that a later attempt was not should be known to who promotes it. */
function noteOn({ attempt, release }: ReleaseRecord, environment: string): string | undefined {
  if (attempt.cause === '') return undefined
  const what = attempt.release === '' ? 'a rollback' : attempt.release
  return `The last run in ${environment} (${what}) ended as ${attempt.outcome}: ${attempt.cause}. ${release}, which is verified, still serves there.`
}

/** A release on its way to another environment. */
export interface Promoted {
  /** Where it is verified. */
  readonly environment: string
  readonly release: StoredRelease
}
