import { tmpfsOf } from '../container/docker-values.ts'
import { mountOf, placeOf } from '../container/mounts.ts'
import { serviceKey } from '../service.ts'
import type { Service } from '../service.ts'

/** A place for a service's data on a host: a volume by name, or a folder of the host. */
export interface Volume {
  readonly name: string
  /** Path in the container; empty if no container has it. */
  readonly path: string
}

/** The writable ones of the input `volumes`, with their names on a host. */
export function writableVolumes(service: Service, volumes: readonly string[]): readonly Volume[] {
  const writable = volumes.map(mountOf).filter(({ readOnly }) => !readOnly)
  return writable.map(({ source, path }) => ({ name: nameOnHost(service, source), path }))
}

function nameOnHost(service: Service, source: string): string {
  return source.startsWith('/') ? source : `${serviceKey(service)}.${source}`
}

/** The paths that the image declares with VOLUME, from a host's answer: Docker names these volumes itself. */
export function declaredPaths(service: Service, volumes: readonly Volume[]): readonly string[] {
  return volumes.filter(({ name }) => name.startsWith(`${serviceKey(service)}.image-`)).map(({ path }) => path)
}

/** The places that an image declares with VOLUME, without those in memory, which keep nothing. */
export function keptPaths(declared: readonly string[], tmpfs: readonly string[] = []): readonly string[] {
  const inMemory = tmpfs.map((mount) => placeOf(tmpfsOf(mount)[0]))
  return [...new Set(declared.map(placeOf))].filter((path) => !inMemory.includes(path))
}

/** Such as `web.production.data (/data), /srv/files (/files)`. */
export function volumeWords(volumes: readonly Volume[]): string {
  return volumes.map(({ name, path }) => (name === '' ? path : `${name} (${path || 'in no container'})`)).join(', ')
}

/** Each volume once. */
export function allVolumes(...lists: readonly (readonly Volume[])[]): readonly Volume[] {
  return [...new Map(lists.flat().map((volume) => [`${volume.name}:${volume.path}`, volume])).values()]
}
