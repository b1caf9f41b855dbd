/** Media types by which registries tell an image of several platforms from one of a single platform. */
export const INDEXES = ['application/vnd.oci.image.index.v1+json', 'application/vnd.docker.distribution.manifest.list.v2+json']
export const MANIFESTS = ['application/vnd.oci.image.manifest.v1+json', 'application/vnd.docker.distribution.manifest.v2+json']

export interface Platform {
  readonly os?: string
  readonly architecture?: string
}

/** The blob `config` of an image. https://github.com/opencontainers/image-spec/blob/main/config.md */
export interface ImageConfiguration extends Platform {
  readonly config?: { readonly Volumes?: Readonly<Record<string, object>> | null } | null
}

export interface Blob {
  readonly digest: string
  readonly size: number
  /** Where a layer lies that no registry has, such as the base of Windows images. */
  readonly urls?: readonly string[]
}

export interface Manifest {
  readonly config?: Blob
  readonly layers?: readonly Blob[]
  /** Of an index: the images in it. */
  readonly manifests?: readonly { readonly digest: string; readonly platform?: Platform }[]
}
