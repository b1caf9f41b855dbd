import { deviceOf, tmpfsOf, ulimitOf } from '../../domain/container/docker-values.ts'
import { placeOf, mountOf } from '../../domain/container/mounts.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Problem } from '../step/problem.ts'

/** Container options that are valid alone, but not together. */
export function optionProblems(inputs: Partial<Inputs>): Problem[] {
  return [...sharedPaths(inputs), ...repeated(inputs), ...conflictingCapabilities(inputs), ...nothingToRun(inputs)]
}

/** Docker accepts one mount per path. */
function sharedPaths({ tmpfs = [], volumes = [] }: Partial<Inputs>): Problem[] {
  const taken = volumes.map(pathOfVolume)
  const both = tmpfs.map(pathOfTmpfs).filter((path) => taken.includes(path))
  return both.map((path) => ({ input: 'tmpfs', message: `${path} is in volumes, too; list each path in only one of them` }))
}

function repeated({ volumes = [], tmpfs = [], ulimits = [], devices = [] }: Partial<Inputs>): Problem[] {
  const lists = [
    ['volumes', volumes.map(pathOfVolume)],
    ['tmpfs', tmpfs.map(pathOfTmpfs)],
    ['ulimits', ulimits.map((limit) => ulimitOf(limit).Name)],
    ['devices', devices.map((device) => deviceOf(device).PathInContainer)],
  ] as const
  return lists.flatMap(([input, names]) => {
    const twice = names.find((name, at) => names.indexOf(name) !== at)
    return twice === undefined ? [] : [{ input, message: `${twice} is listed twice` }]
  })
}

function conflictingCapabilities({ 'cap-add': added = [], 'cap-drop': dropped = [] }: Partial<Inputs>): Problem[] {
  const both = added.filter((name) => dropped.includes(name))
  if (both.length === 0) return []
  return [{ input: 'cap-drop', message: `${both.join(', ')} is in cap-add, too; list each capability in only one of them` }]
}

/** With an entrypoint, Docker ignores the image's CMD. */
function nothingToRun({ entrypoint, args = [] }: Partial<Inputs>): Problem[] {
  if (entrypoint === undefined || entrypoint.length > 0 || args.length > 0) return []
  return [{ input: 'entrypoint', message: 'empty, so args must name the program to run' }]
}

function pathOfVolume(volume: string): string {
  return placeOf(mountOf(volume).path)
}

function pathOfTmpfs(mount: string): string {
  return placeOf(tmpfsOf(mount)[0])
}
