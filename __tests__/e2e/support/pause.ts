import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { DOCKER } from '../../../local/machine/cache.ts'
import { run } from '../../../local/machine/exec.ts'
import type { HostHandle } from '../../../local/host/host.ts'
import { until } from '../../../local/machine/patience.ts'
import type { ActionRun } from '../../../local/runner/runner.ts'
import { filesOf, SERVICE } from './on-host.ts'

/** The script of a deploy, stopped on its host. */
export interface Paused {
  goOn(): Promise<void>
  /** SIGKILL to its process group, like the SSM agent's. */
  kill(): Promise<void>
  /** Waits for its end. */
  ended(): Promise<void>
}

// Woken by the kernel with each line of the log, it stops the process group within a millisecond of the step's begin, or of its `docker create`:
// it goes before all ordinary processes, however many there are (sched(7)). The kernel may grant that to no group of a host's own, so the watcher
// stays in the machine's. One that came too late all the same, as the program is in another step, lets it go on.
// It ends with its input: when nobody waits for it any more.
const WATCH = `
import ctypes, glob, os, select, signal, subprocess, sys, time
try:
    os.sched_setscheduler(0, os.SCHED_FIFO | os.SCHED_RESET_ON_FORK, os.sched_param(1))
except PermissionError:
    os.nice(-20)
log, step, service, event = sys.argv[1:]
folder, began, libc, group = os.path.dirname(log), str(time.time()), ctypes.CDLL(None), None
MODIFIED, MOVED_HERE, MADE = 0x2, 0x80, 0x100

def wait(source):
    ready, _, _ = select.select([source, sys.stdin], [], [])
    if source not in ready:
        sys.exit()

def words():
    try:
        return open(log, errors="replace").read()
    except FileNotFoundError:
        return ""

os.makedirs(folder, exist_ok=True)
if os.path.exists(log):
    os.remove(log)
watch = libc.inotify_init()
libc.inotify_add_watch(watch, folder.encode(), MODIFIED | MOVED_HERE | MADE)
print("watching", flush=True)
while f"== {step} (after" not in words():
    wait(watch)
    os.read(watch, 65536)
    pids = glob.glob("/var/lib/amazon/ssm/*/document/orchestration/*/*/*/pid")
    group = group or int(open(max(pids, key=os.path.getmtime)).read())
if event:
    filters = ["--filter", f"event={event}", "--filter", f"label=docker-to-ec2.service={service}"]
    events = subprocess.Popen(["/opt/test/bin/docker", "events", "--since", began, *filters], stdout=subprocess.PIPE)
    wait(events.stdout)
    events.kill()
try:
    os.killpg(group, signal.SIGSTOP)
    if words().rpartition("== ")[2].partition(" ")[0] == step:
        sys.exit(print(group))
    os.killpg(group, signal.SIGCONT)
except ProcessLookupError:
    pass
print("late")
`

/** The script ended before it could be stopped, which can happen in a short step on a busy machine. Try again. */
export class CameTooLate extends Error {}

export interface Place {
  readonly step: string
  /** In that step, when Docker reports this event of one of the service's containers. */
  readonly event?: 'create' | 'kill'
}

/** Starts to watch the next deploy of a service (`web.production`); resolves to a promise that resolves when the script is there. */
export async function pauseAt(host: HostHandle, service: string, { step, event }: Place): Promise<() => Promise<Paused>> {
  const within = ['--target', await mainProcess(host), '--mount', '--pid']
  const watcher = spawn('nsenter', [...within, 'python3', '-c', WATCH, filesOf(service).log, step, service, event ?? ''], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: watcher.stdout })[Symbol.asyncIterator]()
  await lines.next()
  return async () => {
    const { value: group } = await lines.next()
    if (group === 'late') throw new CameTooLate(`the script was through the step ${step}, and ended`)
    if (group === undefined) throw new Error(`the script did not come to the step ${step}`)
    return paused(host, group)
  }
}

async function mainProcess(host: HostHandle): Promise<string> {
  const { stdout } = await run([DOCKER, 'inspect', '--format', '{{.State.Pid}}', host.id])
  return stdout.trim()
}

function paused(host: HostHandle, group: string): Paused {
  const signal = async (name: string) => (await host.exec(['kill', `-${name}`, '--', `-${group}`])).code === 0
  return {
    goOn: async () => void (await signal('CONT')),
    kill: async () => void (await signal('KILL')),
    ended: async () => void (await until('the end of the script', async () => !(await signal('0')))),
  }
}

/** Runs a deploy that is stopped at a place while something is done, and then continues. */
export async function struckAt(
  host: HostHandle,
  place: Place,
  { deploy, strike }: { readonly deploy: () => Promise<ActionRun>; readonly strike: (paused: Paused) => Promise<unknown> },
): Promise<ActionRun> {
  const reached = await pauseAt(host, SERVICE, place)
  const deploying = deploy()
  const here = await Promise.race([reached(), deploying.then(tooEarly)])
  await strike(here)
  await here.goOn()
  return deploying
}

/** Runs a deploy whose script is killed there with all its children, as SSM does. */
export function killedAt(host: HostHandle, place: Place, deploy: () => Promise<ActionRun>): Promise<ActionRun> {
  return struckAt(host, place, { deploy, strike: (paused) => paused.kill() })
}

export function tooEarly(run: ActionRun): never {
  throw new Error(`the run ended before it came there\n${run.stdout.slice(-6000)}`)
}
