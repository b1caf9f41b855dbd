import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { DOCKER } from '../../../../local/cache.ts'
import { until } from '../../../../local/exec.ts'
import type { HostHandle } from '../../../../local/host.ts'

/** The script of a deploy, standing still on its host. */
export interface Paused {
  goOn(): Promise<void>
  /** SIGKILL to its process group, as the SSM agent sends it. */
  kill(): Promise<void>
  /** Waits for its end. */
  ended(): Promise<void>
}

// Woken by the kernel with each line of the log, it stops the process group within a millisecond of the step's begin.
const WATCH = `
import ctypes, glob, os, signal, sys
log, step = sys.argv[1:]
libc, group = ctypes.CDLL(None), None
os.makedirs(os.path.dirname(log), exist_ok=True)
open(log, "w").close()
watch = libc.inotify_init()
libc.inotify_add_watch(watch, log.encode(), 2)
print("watching", flush=True)
while True:
    os.read(watch, 65536)
    group = group or int(open(max(glob.glob("/var/lib/amazon/ssm/*/document/orchestration/*/*/*/pid"), key=os.path.getmtime)).read())
    if f"== {step}\\n" in open(log, errors="replace").read():
        break
os.killpg(group, signal.SIGSTOP)
print(group, flush=True)
`

/** Begins to watch the next deploy of a service (`web.production`); resolves to what resolves when the script has come to the step. */
export async function pauseAt(host: HostHandle, service: string, step: string): Promise<() => Promise<Paused>> {
  const log = `/var/lib/docker-to-ec2/services/${service}/last.log`
  const watcher = spawn(DOCKER, ['exec', host.id, 'timeout', '60', 'python3', '-c', WATCH, log, step], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: watcher.stdout })[Symbol.asyncIterator]()
  await lines.next()
  return async () => {
    const { value: group } = await lines.next()
    if (group === undefined) throw new Error(`the script did not come to the step ${step}`)
    return paused(host, group)
  }
}

function paused(host: HostHandle, group: string): Paused {
  const signal = async (name: string) => (await host.exec(['kill', `-${name}`, '--', `-${group}`])).code === 0
  return {
    goOn: async () => void (await signal('CONT')),
    kill: async () => void (await signal('KILL')),
    ended: async () => void (await until('the end of the script', 60_000, async () => !(await signal('0')))),
  }
}
