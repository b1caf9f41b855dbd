/** What a value of the input `volumes` says, as it is kept: `data:/data`, or `/srv/data:/data:ro`. */
interface Mount {
  /** Name of a volume, or folder of the host. */
  readonly source: string
  /** Inside of the container. */
  readonly path: string
  readonly readOnly: boolean
}

export function mountOf(volume: string): Mount {
  const [source = '', path = '', options = ''] = volume.split(':')
  return { source, path, readOnly: options.split(',').includes('ro') }
}

/** A path without a `/` at its end. */
export function bare(path: string): string {
  return path.replace(/\/+$/, '')
}
