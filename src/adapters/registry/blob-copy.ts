import type { ImageReference } from '../../domain/image/image.ts'
import { Cancelled, DeployError } from '../../errors.ts'
import type { CopyFacts, ImagePlace } from '../../ports/image/registry.ts'
import type { Blob } from '../../domain/image/manifest.ts'
import { patiently, unreached, uploadOf, words } from './requests.ts'
import type { RegistrySession, RegistrySpec, Reply } from './requests.ts'

export interface CopyOrder {
  readonly from: ImagePlace
  readonly to: ImagePlace
  readonly signal: AbortSignal
}

/** Source and target repository, and the progress so far. */
export interface Copying {
  readonly spec: RegistrySpec
  readonly from: RegistrySession
  readonly to: RegistrySession
  readonly order: CopyOrder
  readonly copied: { -readonly [K in keyof CopyFacts]: number }
}

/**
 * fetch buffers a whole request body in case of a redirect, unless both of these rule one out:
 * https://fetch.spec.whatwg.org/#http-network-or-cache-fetch
 */
const NOT_KEPT = { window: null, redirect: 'error' } as const

type Part = Pick<Blob, 'digest' | 'size'>

/** Blobs copied in parallel. */
const LANES = 3
/** A transfer without any data for this long is aborted. */
const SILENCE_MS = 60_000

/** Copies each blob once, several in parallel. The first failure fails the copy. */
export async function copyBlobs(copying: Copying, blobs: readonly Blob[]): Promise<void> {
  const waiting = [...new Map(blobs.map((blob) => [blob.digest, blob])).values()]
  const lane = async (): Promise<void> => {
    for (let blob = waiting.shift(); blob !== undefined; blob = waiting.shift()) await copyBlob(copying, blob)
  }
  try {
    await Promise.all(Array.from({ length: LANES }, lane))
  } catch (error) {
    waiting.length = 0
    throw copying.order.signal.aborted ? new Cancelled() : error
  }
}

async function copyBlob(copying: Copying, { digest, size }: Part): Promise<void> {
  const { to, order, copied } = copying
  if (order.signal.aborted) throw new Cancelled()
  const there = await to.ask(`blobs/${digest}`, { method: 'HEAD' })
  if (there.ok) return void (copied.there += 1)
  if (await mount(copying, digest)) return void (copied.mounted += 1)
  await send(copying, { digest, size })
  copied.sent += 1
  copied.bytes += size
}

/** A registry that does not mount starts an upload instead, which expires. */
async function mount({ to, order }: Copying, digest: string): Promise<boolean> {
  const { image } = order.from
  if (image.registry !== order.to.image.registry) return false
  const query = new URLSearchParams({ mount: digest, from: image.repository })
  const reply = await to.ask(`blobs/uploads/?${query.toString()}`, { method: 'POST' })
  return reply.status === 201
}

/** Streams a blob from registry to registry; the second one compares it with the digest. Each attempt is a new upload. */
async function send(copying: Copying, part: Part): Promise<void> {
  const { spec, order } = copying
  const { ok, image, ...reply } = await patiently(spec.clock, () => stream(copying, part)).catch((error: unknown) => {
    throw unreached(`${order.from.image.registry} or ${order.to.image.registry}`, error)
  })
  if (!ok) throw failed(image, `the blob ${part.digest} could not be copied: ${words(reply)}`)
}

/** The answers of both repositories. The first refusal is the error. */
interface Streamed extends Pick<Reply, 'ok' | 'status' | 'bytes'> {
  readonly image: ImageReference
}

async function stream({ from, to, order }: Copying, { digest, size }: Part): Promise<Streamed> {
  const begun = await to.ask('blobs/uploads/', { method: 'POST' })
  const location = begun.headers.get('location')
  if (begun.status !== 202 || location === null) return { ...begun, ok: false, image: order.to.image }
  const quiet = silence(order.signal)
  try {
    const source = await from.open(`blobs/${digest}`, { signal: quiet.signal })
    if (!source.ok || !source.body) return await answered(source, order.from.image)
    const put = await to.open(uploadOf(location, digest), {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream', 'content-length': String(size) },
      body: source.body.pipeThrough(quiet.heard),
      duplex: 'half',
      ...NOT_KEPT,
      signal: quiet.signal,
    })
    return await answered(put, order.to.image)
  } finally {
    quiet.end()
  }
}

async function answered(response: Response, image: ImageReference): Promise<Streamed> {
  return { ok: response.ok, status: response.status, bytes: Buffer.from(await response.arrayBuffer()), image }
}

interface Silence {
  readonly signal: AbortSignal
  /** Passes everything through and records that data arrived. */
  readonly heard: TransformStream<Uint8Array, Uint8Array>
  end(): void
}

/** A large layer has no time limit while its data keeps coming. */
function silence(cancel: AbortSignal): Silence {
  const stop = new AbortController()
  const giveUp = (): void => stop.abort(Object.assign(new Error(`no data for ${SILENCE_MS / 1000} s`), { name: 'TimeoutError' }))
  const timer = setTimeout(giveUp, SILENCE_MS)
  const heard = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, next) {
      timer.refresh()
      next.enqueue(chunk)
    },
  })
  return { signal: AbortSignal.any([cancel, stop.signal]), heard, end: () => clearTimeout(timer) }
}

export function failed({ registry, repository }: ImageReference, reason: string): DeployError {
  return new DeployError('copy-failed', `${registry}/${repository}: ${reason}`, {
    hint: 'Check that the role of this run can pull from one repository and push to the other (docs/iam/setup.yaml), and run this again.',
  })
}
