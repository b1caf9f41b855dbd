import * as v from 'valibot'
import type { Candidate } from '../../domain/provenance/attestation.ts'
import { listOf } from '../../domain/untrusted.ts'
import { askPages, isThrottled, PAGE, statusOf } from './api.ts'
import type { GithubSpec } from './api.ts'

const SOURCE = 'GitHub'

/** A bundle is any object: its signature decides what counts. */
const ATTESTATIONS = v.object({ attestations: listOf(v.object({ bundle: v.looseObject({}) }), PAGE) })

/**
 * Bundles that GitHub stores for a digest: https://docs.github.com/en/rest/repos/attestations. A failure here only disqualifies this source:
 * the registry may have the attestation.
 */
export async function bundlesOnGithub(spec: GithubSpec, digest: string): Promise<readonly Candidate[]> {
  if (spec.token === undefined || spec.token === '') return []
  const found: Candidate[] = []
  try {
    for await (const { attestations } of askPages(spec, questionOf(digest)))
      found.push(...attestations.map(({ bundle }) => ({ source: SOURCE, text: JSON.stringify(bundle) })))
    return found
  } catch (error) {
    return statusOf(error) === 404 ? found : [...found, { source: SOURCE, text: '', fault: faultOf(error) }]
  }
}

function questionOf(digest: string) {
  return {
    route: 'GET /repos/{owner}/{repo}/attestations/{subject_digest}',
    parameters: { subject_digest: digest, per_page: PAGE },
    answer: ATTESTATIONS,
    seconds: 20,
  }
}

function faultOf(error: unknown): string {
  if (isThrottled(error)) return 'it throttles the token'
  const status = statusOf(error)
  return status === undefined
    ? 'its answer is not a list of attestations'
    : `it refuses to say (HTTP ${status}); the job needs attestations: read`
}
