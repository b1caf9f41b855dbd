import type { Context } from '../../context.ts'
import { attestedBy, judge, refuseUnattested } from '../../domain/provenance/attestation.ts'
import type { Candidate, Judged } from '../../domain/provenance/attestation.ts'
import type { ExpectedSigner, RequiredSigner, Signer } from '../../domain/provenance/signer.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { ImageAtRest } from './found-image.ts'

/** `require-attestation`: what lies beside the image first, then what GitHub keeps. */
export async function refuseUnprovenOrigin(ctx: Context, image: ImageAtRest): Promise<Refusal | undefined> {
  const { signer } = ctx.config.proof
  if (signer === undefined) return undefined
  const { attestations, progress } = ctx
  const { digest, contents, place } = image
  const digests = [...new Set([digest, ...contents.choices, ...contents.buildRecords])]
  const expected = expectedSigner(ctx, signer)
  const beside = await judgeAll(ctx, await attestations.inRegistry(place, digests), expected)
  const known = attestedBy(digest, contents, beside)
  const all = known ? beside : [...beside, ...(await judgeAll(ctx, await attestations.onGithub([digest, ...contents.choices]), expected))]
  const signers = known ?? attestedBy(digest, contents, all)
  if (signers === undefined) return refuseUnattested(`${place.image.repository}@${digest}`, all)
  for (const line of new Set(signers.map(signerWords))) progress.info(`${digest} is attested by ${line}`)
  return undefined
}

function judgeAll({ bundleVerifier }: Context, candidates: readonly Candidate[], expected: ExpectedSigner): Promise<readonly Judged[]> {
  return Promise.all(
    candidates.map(async (candidate) => {
      const { source, text, fault } = candidate
      if (fault !== undefined) return { kind: 'bad', source, reason: fault } as const
      return judge(candidate, await bundleVerifier.check(text), expected)
    }),
  )
}

function expectedSigner({ config }: Context, workflow: RequiredSigner): ExpectedSigner {
  const { serverUrl, repository, repositoryId, ownerId } = config.job
  return { serverUrl, repository, repositoryId, ownerId, workflow }
}

function signerWords({ workflow, commit, run }: Signer): string {
  return `${workflow}, of commit ${commit || 'unknown'}${run === '' ? '' : ` in ${run}`}`
}
