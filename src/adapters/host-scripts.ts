import deploy from '../../host/deploy.sh'
import docker from '../../host/lib-docker.sh'
import health from '../../host/lib-health.sh'
import image from '../../host/lib-image.sh'
import payload from '../../host/lib-payload.sh'
import proxy from '../../host/lib-proxy.sh'
import result from '../../host/lib-result.sh'
import secrets from '../../host/lib-secrets.sh'
import slot from '../../host/lib-slot.sh'
import state from '../../host/lib-state.sh'
import remove from '../../host/remove.sh'
import rollback from '../../host/rollback.sh'
import status from '../../host/status.sh'
import type { RemoteCommand } from '../ports/remote.ts'

const LIBRARY = [docker, health, image, payload, proxy, result, secrets, slot, state]
const VERBS: Readonly<Record<RemoteCommand['verb'], string>> = { deploy, remove, rollback, status }

/** The functions of `host/` that carry out a verb; the last one is `main`, which reads the payload. */
export function hostScript(verb: RemoteCommand['verb']): string {
  return [...LIBRARY, VERBS[verb]].join('\n')
}
