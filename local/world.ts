/** Accidents of a host that tests order; `host.ts` handles its power. */
import type { HostHandle } from './host/host.ts'
import { preload, rootOf } from './host/preload.ts'

type Host = Pick<HostHandle, 'id' | 'exec'>

/**
 * Gives programs that start on the host from now on (except containers and Go's programs) a wall clock with this offset in seconds, which can be
 * stepped. Monotonic clocks and file times stay correct.
 */
export async function ownClock(host: Host, seconds = 0): Promise<void> {
  await stepClock(host, seconds)
  await preload(await rootOf(host), 'clock-step', true)
}

/** From now on, the wall clock has this offset in seconds, even for running programs. */
export async function stepClock(host: Host, seconds: number): Promise<void> {
  await onHost(host, `echo ${seconds} >/etc/clock-step.new && mv /etc/clock-step.new /etc/clock-step`)
}

/** Ends `ownClock`. */
export async function rightClock(host: Host): Promise<void> {
  await preload(await rootOf(host), 'clock-step', false)
  await onHost(host, 'rm -f /etc/clock-step')
}

/** Of https://docs.docker.com/reference/cli/dockerd/#daemon-configuration-file */
export interface DaemonSettings {
  readonly 'live-restore'?: boolean
  readonly 'data-root'?: string
  readonly dns?: readonly string[]
  readonly features?: Readonly<Record<string, boolean>>
}

const DAEMON = '/etc/docker/daemon.json'

/** Changes settings of the host's Docker daemon for its next start; `live-restore` counts at once. */
export async function daemonSettings(host: Host, settings: DaemonSettings): Promise<void> {
  const { stdout } = await host.exec(['cat', DAEMON])
  const all = { ...(JSON.parse(stdout || '{}') as DaemonSettings), ...settings }
  await onHost(
    host,
    `mkdir -p /etc/docker && echo '${JSON.stringify(all)}' >${DAEMON} && kill -HUP "$(cat /var/run/docker.pid)"
    until [ "$(docker info --format '{{.LiveRestoreEnabled}}')" = ${all['live-restore'] ?? false} ]; do sleep 0.05; done`,
  )
}

/** Ends the Docker daemon like a package upgrade, and waits until its successor answers. */
export async function restartDocker(host: Host): Promise<void> {
  await onHost(
    host,
    `old=$(cat /var/run/docker.pid); kill "$old"
    until [ "$(cat /var/run/docker.pid 2>/dev/null)" != "$old" ] && docker info >/dev/null 2>&1; do sleep 0.1; done`,
  )
}

/** Stops Docker with all that runs, moves its data-root to a folder of the host's disk, and starts it there. */
export async function moveDataRoot(host: Host, folder: string): Promise<void> {
  await daemonSettings(host, { 'live-restore': false })
  await onHost(
    host,
    `root=$(docker info --format '{{.DockerRootDir}}' | sed 's:^/var/lib:/disk:')
    echo '{"live-restore":false,"data-root":"${folder}"}' >${DAEMON}
    kill "$(cat /var/run/docker.pid)"; while [ -e /var/run/docker.pid ]; do sleep 0.02; done
    mv "$root" ${folder}
    until docker info >/dev/null 2>&1; do sleep 0.1; done`,
  )
}

/** From its next start on, the host's Docker is this old: Debian 12's own (20.10), or Debian 13's (26). */
export async function installDocker(host: Host, age: 'own' | 'newer'): Promise<void> {
  await onHost(
    host,
    `for file in /opt/newer-docker/*; do
      own=$(command -v "\${file##*/}")
      [ -e "$own.own" ] || mv "$own" "$own.own"
      ln -sf "$([ ${age} = own ] && echo "$own.own" || echo "$file")" "$own"
    done`,
  )
}

/** Leaves the host this many bytes of memory beyond the current use, and shows that in /proc/meminfo; undefined ends it. */
export async function freeMemory(host: Host, bytes: number | undefined): Promise<void> {
  await onHost(
    host,
    `cd /sys/fs/cgroup; name=memory.max used=memory.current none=max
    [ -e "$name" ] || { cd memory; name=memory.limit_in_bytes used=memory.usage_in_bytes none=-1; }
    if mountpoint -q /proc/meminfo; then umount /proc/meminfo; fi
    echo "$none" >"$name"
    [ -n "${bytes ?? ''}" ] || exit 0
    limit=$(($(cat "$used") - $(awk '/^(total_)?inactive_file /{ n = $2 } END { print n }' memory.stat) + ${bytes ?? 0}))
    awk -v total="$((limit / 1024))" -v free="$((${bytes ?? 0} / 1024))" '
      /^MemTotal:/ { $2 = total } /^(MemFree|MemAvailable):/ { $2 = free } /^(Cached|SwapTotal|SwapFree):/ { $2 = 0 } { print }' /proc/meminfo >/run/meminfo
    mount --bind /run/meminfo /proc/meminfo
    echo "$limit" >"$name"`,
  )
}

/** A program fills the disk completely with a deleted file: only its end, by `emptyDisk`, or a reboot frees the space. */
export async function fillDisk(host: Host): Promise<void> {
  await onHost(
    host,
    `exec 3>/disk/filling; rm /disk/filling
    at=0 grown=true
    # A file system frees the space of what was removed a moment later.
    while "$grown"; do
      grown=false size=$(($(stat --file-system --format '%f * %S' /disk)))
      while [ "$size" -ge 4096 ]; do
        if fallocate --offset "$at" --length "$size" /proc/self/fd/3 2>/dev/null; then at=$((at + size)) grown=true; else size=$((size / 2)); fi
      done
      sync --file-system /disk
    done
    setsid sleep 600 >/dev/null 2>&1 & echo $! >/run/filling`,
  )
}

/** Ends the program that fills the disk. */
export async function emptyDisk(host: Host): Promise<void> {
  await onHost(host, 'kill "$(cat /run/filling)"')
}

async function onHost(host: Host, script: string): Promise<void> {
  const ran = await host.exec(['bash', '-euc', script])
  if (ran.code !== 0) throw new Error(`on the host: ${script} ended with ${ran.code}: ${ran.stdout}${ran.stderr}`)
}
