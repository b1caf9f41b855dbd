import { createHash } from 'node:crypto'
import { isEcr, parseImage } from '../image/image.ts'

/** How a host watches a new release after the cut-over. */
export interface BakeSpec {
  /** Seconds; 0 is none. */
  readonly time: number
  /** Share of 5xx answers, 0 to 1, above which the release is bad. */
  readonly maxErrorShare: number
}

/** How a host changes what serves, for any release. Times in seconds. */
export interface CutOverSpec {
  readonly drainTimeout: number
  readonly certificateTimeout: number
  readonly bake: BakeSpec
  /** How many releases the host keeps, including the active one. */
  readonly keep: number
  readonly proxyImage: ProxyImage
  /** The registry of this account, if ECR was asked. */
  readonly ownRegistry: string | undefined
  readonly network: NetworkSpec
}

/** The image of the proxy. The default replaces only an older default: another service may have asked for its own image. */
export interface ProxyImage {
  readonly reference: string
  readonly given: boolean
}

/** The mark of a proxy's image in a record: short, because a record has little room. */
export function markOfProxy({ reference }: Pick<ProxyImage, 'reference'>): string {
  return createHash('sha256').update(reference).digest('hex').slice(0, 8)
}

/** Whether a run replaces the proxy of the recorded hosts by one of another image. Only an image that is asked for replaces any other. */
export function replacesProxy(record: { readonly proxyImage?: string }, image: ProxyImage): boolean {
  return image.given && record.proxyImage !== markOfProxy(image)
}

/** The network for the containers of a host. */
interface NetworkSpec {
  /** CIDR; `undefined`: the host chooses a free one. */
  readonly subnet: string | undefined
  /** CIDRs that the VPC and its routes use. */
  readonly avoid: readonly string[]
}

/** How many answers a verdict about errors needs. */
const BAKE_MIN_REQUESTS = 20

/** The fields of every order that changes what serves. */
export function cutOverFields({ drainTimeout, certificateTimeout, bake, keep, proxyImage, ownRegistry, network }: CutOverSpec) {
  return {
    keep,
    drainTimeout,
    certificateTimeout,
    bake: { time: bake.time, minRequests: BAKE_MIN_REQUESTS, maxErrorShare: bake.maxErrorShare },
    proxy: { image: proxyImage.reference, login: loginFor(proxyImage.reference, ownRegistry), given: proxyImage.given },
    network: { subnet: network.subnet ?? null, avoid: network.avoid },
  } as const
}

function loginFor(image: string, ownRegistry: string | undefined): string {
  const { registry } = parseImage(image)
  return isEcr(registry, ownRegistry) ? registry : ''
}
