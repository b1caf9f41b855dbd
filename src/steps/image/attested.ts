import type { Context } from '../../context.ts'
import { attestedBy, judge, refuseUnattested } from '../../domain/provenance/attestation.ts'
import type { Candidate, Judged } from '../../domain/provenance/attestation.ts'
import type { ExpectedSigner, RequiredSigner, Signer } from '../../domain/provenance/signer.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { Attestations } from '../../ports/image/attestations.ts'
import type { ImageAtRest } from './found-image.ts'

/** Checks `require-attestation`: attestations beside the image first, then those that GitHub stores. */
export async function refuseUnprovenOrigin(ctx: Context, image: ImageAtRest): Promise<Refusal | undefined> {
  const { signer } = ctx.config.proof
  if (signer === undefined) return undefined
  const { attestations, progress } = ctx
  const { digest, contents, place } = image
  const expected = expectedSigner(ctx, signer)
  const judged: Judged[] = []
  for await (const candidates of candidatesFor(attestations, image)) {
    judged.push(...(await judgeAll(ctx, candidates, expected)))
    const signers = attestedBy(digest, contents, judged)
    if (signers === undefined) continue
    for (const line of new Set(signers.map(signerWords))) progress.info(`${digest} is attested by ${line}`)
    return undefined
  }
  return refuseUnattested(`${place.image.repository}@${digest}`, judged)
}

async function* candidatesFor(attestations: Attestations, { digest, contents, place }: ImageAtRest) {
  const attested = [...new Set([digest, ...contents.choices])]
  yield* await attestations.inRegistry(place, [...attested, ...contents.buildRecords])
  yield await attestations.onGithub(attested)
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
