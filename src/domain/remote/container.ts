import type { Release } from '../release/release.ts'
import { serviceKey } from '../service.ts'
import type { Service } from '../service.ts'

/**
 * Options of `docker create` for a release, without what the host decides itself (name, network, address, restart policy).
 * Values stand in arguments of their own, so nothing in them is ever read as an option or as shell.
 */
export function containerOptions(service: Service, release: Release): string[] {
  const { run } = release
  return [
    ...label('service', serviceKey(service)),
    ...label('release', release.name),
    ...label('digest', release.digest),
    ...label('commit', release.commit),
    ...['--log-driver', 'json-file', '--log-opt', 'max-size=10m', '--log-opt', 'max-file=3'],
    ...Object.entries(run.env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...run.volumes.flatMap((volume) => ['--volume', volume]),
    ...(run.memoryBytes === undefined ? [] : ['--memory', String(run.memoryBytes)]),
    ...(run.cpus === undefined ? [] : ['--cpus', String(run.cpus)]),
    ...(run.user === undefined ? [] : ['--user', run.user]),
  ]
}

function label(name: string, value: string): string[] {
  return ['--label', `docker-to-ec2.${name}=${value}`]
}
