/** What runs leave on the runner: temporary files, processes, and images in its Docker engine. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DOCKER } from '../../../local/machine/cache.ts'
import { must } from '../../../local/machine/exec.ts'

export interface Traces {
  /** Variables of the runs to look for. */
  readonly env: Readonly<Record<string, string>>
  /** Ids of the living processes of these runs: the action itself, and its children. */
  processes(): Promise<number[]>
  /** Names of temporary files and images, and command lines of processes. */
  left(): Promise<string[]>
  close(): Promise<void>
}

/** `registry`: of the images; default: does not look for images. */
export async function traces(registry?: string): Promise<Traces> {
  const before = await imagesOf(registry)
  const folder = await mkdtemp(join(tmpdir(), 'docker-to-ec2-temp-'))
  const mark = `RUNNER_TEMP=${folder}`
  const processes = async (): Promise<number[]> => {
    const found: number[] = []
    for (const pid of await pids()) if ((await words(pid, 'environ')).includes(mark)) found.push(pid)
    return found
  }
  return {
    env: { RUNNER_TEMP: folder },
    processes,
    left: async () => [
      ...(await readdir(folder)),
      ...(await imagesOf(registry)).filter((name) => !before.includes(name)),
      ...(await Promise.all((await processes()).map(async (pid) => (await words(pid, 'cmdline')).join(' ')))),
    ],
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Names of the engine's images from a registry. */
async function imagesOf(registry: string | undefined): Promise<string[]> {
  if (registry === undefined) return []
  const listed = await must(DOCKER, 'image', 'ls', '--format={{.Repository}}:{{.Tag}}@{{.Digest}}')
  return listed.split('\n').filter((name) => name.startsWith(`${registry}/`))
}

/** Command lines of this machine's processes that contain `text`, including the Docker daemon's builds. */
export async function commandLines(text: string): Promise<string[]> {
  const lines = await Promise.all((await pids()).map(async (pid) => (await words(pid, 'cmdline')).join(' ')))
  return lines.filter((line) => line.includes(text))
}

async function pids(): Promise<number[]> {
  return (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
}

/** A process can end while it is read. */
async function words(pid: number, file: 'environ' | 'cmdline'): Promise<string[]> {
  const text = await readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')
  return text.split('\0')
}
