import type { Context } from '../../context.ts'
import { isEcr, parseImage } from '../../domain/image/image.ts'
import type { Platform } from '../../domain/platform.ts'
import { contentsOf } from '../../domain/provenance/contents.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { Wanted } from '../../domain/release/wanted.ts'
import { refuseUnprovenOrigin } from './attested.ts'
import type { Found, ImageAtRest } from './found-image.ts'
import { refuseUnsafe } from './scanned.ts'

interface Looked {
  readonly wanted: Wanted
  readonly platform: Platform
  readonly found: Found
}

/** Why an existing image must not be deployed, by `require-attestation` and `max-severity`. An image that is still to be built proves nothing yet. */
export async function refusalsOfImage(ctx: Context, looked: Looked): Promise<readonly Refusal[]> {
  const { signer, maxSeverity } = ctx.config.proof
  if (signer === undefined && maxSeverity === undefined) return []
  const located = await locate(ctx, looked)
  if (located === undefined) return []
  const image = await open(ctx, located, looked.platform)
  const refusals = await Promise.all([refuseUnprovenOrigin(ctx, image), refuseUnsafe(ctx, image)])
  return refusals.filter((refusal) => refusal !== undefined)
}

type Located = Omit<ImageAtRest, 'contents'>

/** Checks a promoted image at its source: attestations and scans are not copied with it. */
async function locate(ctx: Context, { wanted, found }: Looked): Promise<Located | undefined> {
  if (wanted.kind === 'promoted') {
    const { image, digest, login } = wanted.from.release
    return at(ctx.source, { image, digest, login: login !== '' })
  }
  if (found.kind !== 'image') return undefined
  const { reference: image, digest, login } = found.image
  return at(ctx, { image, digest, login: login !== undefined })
}

/** Only ECR gets credentials. */
async function at(
  { repositories, scans }: Pick<Context, 'repositories' | 'scans'>,
  { image, digest, login }: { readonly image: string; readonly digest: string; readonly login: boolean },
): Promise<Located> {
  const place = { ...parseImage(image), tag: undefined, digest }
  if (!login) return { place: { image: place, credentials: undefined }, digest, scans: undefined }
  const credentials = await repositories.credentials()
  const known = isEcr(place.registry, credentials.registry) ? { ...credentials, registry: place.registry } : undefined
  return { place: { image: place, credentials: known }, digest, scans: place.registry === credentials.registry ? scans : undefined }
}

async function open({ attestations }: Context, located: Located, platform: Platform): Promise<ImageAtRest> {
  const { place, digest } = located
  const contents = contentsOf(digest, await attestations.manifest(place, digest), platform)
  return { ...located, contents: contents ?? { choices: [], buildRecords: [] } }
}

/** Why an image that this run built must not be deployed, by `max-severity`: the registry started its scan with the push. */
export async function refuseBuilt(
  ctx: Context,
  image: { readonly reference: string; readonly digest: string },
  platform: Platform,
): Promise<Refusal | undefined> {
  if (ctx.config.proof.maxSeverity === undefined) return undefined
  const { reference, digest } = image
  return refuseUnsafe(ctx, await open(ctx, await at(ctx, { image: reference, digest, login: true }), platform))
}
