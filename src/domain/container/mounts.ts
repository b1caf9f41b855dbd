/** A value of the input `volumes` in its stored form: `data:/data`, or `/srv/data:/data:ro`. */
interface Mount {
  /** Name of a volume, or folder of the host. */
  readonly source: string
  /** Path in the container. */
  readonly path: string
  readonly readOnly: boolean
}

/** Reads one value of the input. */
export function mountOf(volume: string): Mount {
  const [source = '', path = '', options = ''] = volume.split(':')
  return { source, path, readOnly: options.split(',').includes('ro') }
}

/** The place that a path in a container names, as Docker takes it: `/data` for `/data/`, `data` and `/data/./x/..`, too. */
export function placeOf(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return `/${parts.join('/')}`
}
