// The minimum time of a release or rollback: pull, start, first healthy answer, without checks, records, cut-over or clean-up.
import type { HostHandle } from '../local/host/host.ts'
import { PORT, SERVICE } from './fixture.ts'

const SCRIPT = `set -eu
docker login --username AWS --password-stdin "\${1%%/*}" >/dev/null 2>&1
began=$EPOCHREALTIME
docker pull --quiet "$1" >/dev/null
id=$(docker run --detach --network "$(docker network ls --filter name=docker-to-ec2 --quiet | head -1)" "$1")
address=$(docker inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' "$id")
until curl --silent --fail --output /dev/null "http://$address:$2/"; do sleep 0.02; done
ended=$EPOCHREALTIME
docker rm --force --volumes "$id" >/dev/null
docker rmi "$1" >/dev/null
docker logout "\${1%%/*}" >/dev/null
echo $(((\${ended/./} - \${began/./}) / 1000))`

/** Milliseconds, on this host, which must not have the image yet. */
export async function bareRelease(host: HostHandle, image: string, password: string): Promise<number> {
  const ran = await host.exec(['bash', '-c', SCRIPT, 'bash', image, String(PORT)], { stdin: password })
  if (ran.code !== 0) throw new Error(`the bare release of ${image} failed: ${ran.stderr}`)
  return Number(ran.stdout)
}

const WAKE = `set -eu
began=$EPOCHREALTIME
docker start "$1" >/dev/null
address=$(docker inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' "$1")
until curl --silent --fail --output /dev/null "http://$address:$2/"; do sleep 0.02; done
ended=$EPOCHREALTIME
docker stop --time 1 "$1" >/dev/null
echo $(((\${ended/./} - \${began/./}) / 1000))`

/** Milliseconds from `docker start` of a stopped container on this host to its first answer. Stops it again. */
export async function bareWake(host: HostHandle, container: string): Promise<number> {
  const ran = await host.exec(['bash', '-c', WAKE, 'bash', container, String(PORT)])
  if (ran.code !== 0) throw new Error(`the container ${container} does not start: ${ran.stderr}`)
  return Number(ran.stdout)
}

/** The stopped container of the service, kept for a rollback. */
export async function keptContainer(host: HostHandle): Promise<string> {
  const ran = await host.exec(['docker', 'ps', '--filter', 'status=exited', '--filter', `name=${SERVICE}`, '--latest', '--quiet'])
  if (ran.stdout.trim() === '') throw new Error('no container is kept as the way back')
  return ran.stdout.trim()
}
