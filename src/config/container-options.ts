import { bare } from '../domain/data/volumes.ts'
import type { Inputs } from './inputs/inputs.ts'
import type { Problem } from './inputs/problem.ts'

/** Container options that are right by themselves, and cannot be together. */
export function optionProblems(inputs: Partial<Inputs>): Problem[] {
  return [...sharedPaths(inputs), ...repeated(inputs), ...conflictingCapabilities(inputs), ...nothingToRun(inputs)]
}

/** Docker takes one mount for each path. */
function sharedPaths({ tmpfs = [], volumes = [] }: Partial<Inputs>): Problem[] {
  const taken = volumes.map((volume) => bare(volume.split(':')[1]))
  const both = tmpfs.map(pathOf).filter((path) => taken.includes(path))
  return both.map((path) => ({ input: 'tmpfs', message: `${path} is in volumes, too; give each path in one of the two` }))
}

function repeated({ volumes = [], tmpfs = [], ulimits = [], devices = [] }: Partial<Inputs>): Problem[] {
  const lists = [
    ['volumes', volumes.map((volume) => bare(volume.split(':')[1]))],
    ['tmpfs', tmpfs.map(pathOf)],
    ['ulimits', ulimits.map((limit) => limit.split('=')[0] ?? '')],
    ['devices', devices.map((device) => device.split(':')[1] ?? '')],
  ] as const
  return lists.flatMap(([input, names]) => {
    const twice = names.find((name, at) => names.indexOf(name) !== at)
    return twice === undefined ? [] : [{ input, message: `${twice} is there twice` }]
  })
}

function conflictingCapabilities({ 'cap-add': added = [], 'cap-drop': dropped = [] }: Partial<Inputs>): Problem[] {
  const both = added.filter((name) => dropped.includes(name))
  if (both.length === 0) return []
  return [{ input: 'cap-drop', message: `${both.join(', ')} is in cap-add, too; give each capability in one of the two` }]
}

/** With an entrypoint of its own, Docker leaves out the image's CMD. */
function nothingToRun({ entrypoint, args = [] }: Partial<Inputs>): Problem[] {
  if (entrypoint === undefined || entrypoint.length > 0 || args.length > 0) return []
  return [{ input: 'entrypoint', message: 'empty, so args must name the program to run' }]
}

function pathOf(mount: string): string {
  return bare(mount.split(':')[0])
}
