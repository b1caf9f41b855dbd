/** Libraries that a test loads into the programs of a host that is a container: their sources are in `preload/`. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DOCKER } from '../machine/cache.ts'
import { must } from '../machine/exec.ts'
import type { HostHandle } from './host.ts'

const LIBRARIES = ['clock-step', 'hold'] as const
type Library = (typeof LIBRARIES)[number]

/** Compiles the libraries into a folder, which every host has. */
export async function buildPreloaded(folder: string): Promise<void> {
  await mkdir(folder)
  for (const name of LIBRARIES) {
    await must('tcc', '-shared', '-nostdlib', '-o', join(folder, `${name}.so`), join(import.meta.dirname, 'preload', `${name}.c`))
  }
}

/** The root folder of a running host, as this machine reaches it. */
export async function rootOf({ id }: Pick<HostHandle, 'id'>): Promise<string> {
  return `/proc/${await must(DOCKER, 'inspect', '--format', '{{.State.Pid}}', id)}/root`
}

/** Loads a library into every program that starts on the host from now on (except containers and Go's programs), or no longer does. */
export async function preload(root: string, library: Library, on: boolean): Promise<void> {
  const list = join(root, 'etc', 'ld.so.preload')
  const path = `/opt/test/preload/${library}.so`
  const others = (await readFile(list, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '' && line !== path)
  await writeFile(list, [...others, ...(on ? [path] : [])].map((line) => `${line}\n`).join(''))
}
