export const OCI_INDEX = 'application/vnd.oci.image.index.v1+json'
/** Media types by which registries tell an image of several platforms from one of a single platform. */
const INDEXES = [OCI_INDEX, 'application/vnd.docker.distribution.manifest.list.v2+json']
export const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
const MANIFESTS = [OCI_MANIFEST, 'application/vnd.docker.distribution.manifest.v2+json']

/** The header `accept` for an image of a single platform, and for one of any kind. */
export const ONE_PLATFORM = MANIFESTS.join(', ')
export const ANY_MANIFEST = [...INDEXES, ...MANIFESTS].join(', ')

export interface Platform {
  readonly os?: string
  readonly architecture?: string
}

/** The blob `config` of an image. https://github.com/opencontainers/image-spec/blob/main/config.md */
export interface ImageConfiguration extends Platform {
  readonly config?: { readonly Volumes?: Readonly<Record<string, object>> | null } | null
}

/** https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md */
export interface Descriptor {
  readonly mediaType: string
  readonly digest: string
  /** Bytes. */
  readonly size: number
}

export interface Blob extends Omit<Descriptor, 'mediaType'> {
  /** Where a layer lies that no registry has, such as the base of Windows images. */
  readonly urls?: readonly string[]
}

export interface Manifest {
  readonly config?: Blob
  readonly layers?: readonly Blob[]
  /** Of an index: the images in it. */
  readonly manifests?: readonly { readonly digest: string; readonly platform?: Platform }[]
}
