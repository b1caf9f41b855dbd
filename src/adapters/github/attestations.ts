import type { Candidate } from '../../domain/provenance/attestation.ts'
import { isObject } from '../../domain/provenance/manifest.ts'
import type { GithubSpec } from './commits.ts'

/**
 * Bundles that GitHub keeps of a digest: https://docs.github.com/en/rest/repos/attestations. Whatever keeps it from telling is a fault of one candidate:
 * the registry may have what is needed.
 */
export async function bundlesOnGithub({ token, repository, apiUrl }: GithubSpec, digest: string): Promise<readonly Candidate[]> {
  const source = 'GitHub'
  if (token === undefined || token === '') return []
  const { getOctokit } = await import('@actions/github')
  const [owner = '', repo = ''] = repository.split('/')
  const request = { timeout: 10_000, signal: AbortSignal.timeout(10_000) }
  const route = 'GET /repos/{owner}/{repo}/attestations/{subject_digest}'
  try {
    const { data } = await getOctokit(token, { baseUrl: apiUrl }).request(route, { owner, repo, subject_digest: digest, request })
    const attestations = isObject(data) ? data['attestations'] : undefined
    if (!Array.isArray(attestations)) return [{ source, text: '', fault: 'its answer is no list of attestations' }]
    return attestations.flatMap((one) =>
      isObject(one) && isObject(one['bundle']) ? [{ source, text: JSON.stringify(one['bundle']) }] : [],
    )
  } catch (error) {
    const status = isObject(error) ? Number(error['status']) : NaN
    if (status === 404) return []
    return [{ source, text: '', fault: `it does not tell (HTTP ${status}); the job needs attestations: read` }]
  }
}
