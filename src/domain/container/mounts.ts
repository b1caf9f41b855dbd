/** A value of the input `volumes` in its stored form: `data:/data`, or `/srv/data:/data:ro`. */
interface Mount {
  /** Name of a volume, or folder of the host. */
  readonly source: string
  /** Path in the container. */
  readonly path: string
  readonly readOnly: boolean
}

export function mountOf(volume: string): Mount {
  const [source = '', path = '', options = ''] = volume.split(':')
  return { source, path, readOnly: options.split(',').includes('ro') }
}

/** A path without a trailing `/`. */
export function bare(path: string): string {
  return path.replace(/\/+$/, '')
}
