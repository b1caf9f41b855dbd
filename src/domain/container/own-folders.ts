import type { Refusal } from '../refusal.ts'
import { mountOf } from './mounts.ts'

/** Folders of the host program and the proxy on a host; /var/run is /run. */
const OWN = ['/var/lib/docker-to-ec2', '/run/docker-to-ec2', '/var/run/docker-to-ec2']

/**
 * A container with the proxy's socket or files would control all services of the host. The same holds for a parent folder, unless that is the
 * whole host. `volumes`: the input.
 */
export function refuseOwnFolders(volumes: readonly string[]): Refusal | undefined {
  const given = volumes.map((volume) => mountOf(volume).source).filter((source) => source.startsWith('/'))
  const wrong = given.find((source) => OWN.some((folder) => isIn(straight(source), folder)))
  if (wrong !== undefined)
    return { reason: `volumes: ${wrong} is a folder that this action uses on the host`, hint: 'Use another folder, or a named volume.' }
  const around = given.find((source) => straight(source) !== '/' && OWN.some((folder) => isIn(folder, straight(source))))
  if (around === undefined) return undefined
  return {
    reason: `volumes: ${around} contains a folder that this action uses on the host`,
    hint: 'Name the folder below it that you need.',
  }
}

function isIn(path: string, folder: string): boolean {
  return `${path}/`.startsWith(`${folder}/`)
}

/** The path without `.`, `..` and doubled slashes. */
function straight(path: string): string {
  const names: string[] = []
  for (const name of path.split('/')) {
    if (name === '..') names.pop()
    else if (name !== '' && name !== '.') names.push(name)
  }
  return `/${names.join('/')}`
}
