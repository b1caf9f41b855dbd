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

// Woken by the kernel with each line of the log, it stops the process group within a millisecond of the step's begin, or of its `docker create`.
const WATCH = `
import ctypes, glob, os, signal, subprocess, sys, time
log, step, service, event = sys.argv[1:]
began = str(time.time())
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
if event:
    filters = ["--filter", f"event={event}", "--filter", f"label=docker-to-ec2.service={service}"]
    events = subprocess.Popen(["docker", "events", "--since", began, *filters], stdout=subprocess.PIPE)
    events.stdout.readline()
    events.kill()
os.killpg(group, signal.SIGSTOP)
print(group, flush=True)
`

export interface Place {
  readonly step: string
  /** In that step, as Docker tells of this about a container of the service. */
  readonly event?: 'create'
}

/** Begins to watch the next deploy of a service (`web.production`); resolves to what resolves when the script has come there. */
export async function pauseAt(host: HostHandle, service: string, { step, event }: Place): Promise<() => Promise<Paused>> {
  const log = `/var/lib/docker-to-ec2/services/${service}/last.log`
  const watcher = spawn(DOCKER, ['exec', host.id, 'timeout', '180', 'python3', '-c', WATCH, log, step, service, event ?? ''], {
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
