// The least that a release can take: pull, start, first healthy answer; with nothing checked, kept, switched or cleaned up.
import type { HostHandle } from '../local/host/host.ts'
import { PORT } from './fixture.ts'

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

/** Milliseconds, on this host. The image must not be there yet. */
export async function bareRelease(host: HostHandle, image: string, password: string): Promise<number> {
  const ran = await host.exec(['bash', '-c', SCRIPT, 'bash', image, String(PORT)], { stdin: password })
  if (ran.code !== 0) throw new Error(`the bare release of ${image} failed: ${ran.stderr}`)
  return Number(ran.stdout)
}
