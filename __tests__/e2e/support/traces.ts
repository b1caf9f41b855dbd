/** What runs leave behind on the runner: files in its folder for temporary ones, programs, and images in its Docker engine. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DOCKER } from '../../../local/machine/cache.ts'
import { must } from '../../../local/machine/exec.ts'

export interface Traces {
  /** Variables of the runs whose traces are looked for. */
  readonly env: Readonly<Record<string, string>>
  /** Ids of the living processes of these runs: of the action itself, and of what it started. */
  processes(): Promise<number[]>
  /** Names of temporary files and images, and command lines of processes. */
  left(): Promise<string[]>
  close(): Promise<void>
}

/** `registry`: where the images would lie; default: images are not looked for. */
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

/** Names of the images that the engine has of a registry. */
async function imagesOf(registry: string | undefined): Promise<string[]> {
  if (registry === undefined) return []
  const listed = await must(DOCKER, 'image', 'ls', '--format={{.Repository}}:{{.Tag}}@{{.Digest}}')
  return listed.split('\n').filter((name) => name.startsWith(`${registry}/`))
}

/** Command lines of this machine's processes that hold `text`, the Docker daemon's builds among them. */
export async function commandLines(text: string): Promise<string[]> {
  const lines = await Promise.all((await pids()).map(async (pid) => (await words(pid, 'cmdline')).join(' ')))
  return lines.filter((line) => line.includes(text))
}

async function pids(): Promise<number[]> {
  return (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
}

/** A process may end while it is looked at. */
async function words(pid: number, file: 'environ' | 'cmdline'): Promise<string[]> {
  const text = await readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')
  return text.split('\0')
}
