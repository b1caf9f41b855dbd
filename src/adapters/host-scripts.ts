import canaryVerb from '../../host/canary.sh'
import deploy from '../../host/deploy.sh'
import aws from '../../host/lib-aws.sh'
import bake from '../../host/lib-bake.sh'
import canary from '../../host/lib-canary.sh'
import docker from '../../host/lib-docker.sh'
import health from '../../host/lib-health.sh'
import history from '../../host/lib-history.sh'
import image from '../../host/lib-image.sh'
import payload from '../../host/lib-payload.sh'
import proxy from '../../host/lib-proxy.sh'
import prune from '../../host/lib-prune.sh'
import recover from '../../host/lib-recover.sh'
import result from '../../host/lib-result.sh'
import run from '../../host/lib-run.sh'
import secrets from '../../host/lib-secrets.sh'
import slot from '../../host/lib-slot.sh'
import state from '../../host/lib-state.sh'
import steps from '../../host/lib-steps.sh'
import deadMansSwitch from '../../host/lib-switch.sh'
import remove from '../../host/remove.sh'
import rollback from '../../host/rollback.sh'
import show from '../../host/show.sh'
import status from '../../host/status.sh'
import type { HostOrder } from '../domain/remote/order.ts'

const LIBRARY = [
  aws,
  bake,
  canary,
  deadMansSwitch,
  docker,
  health,
  history,
  image,
  payload,
  proxy,
  prune,
  recover,
  result,
  run,
  secrets,
  slot,
  state,
  steps,
]
const VERBS: Readonly<Record<HostOrder['verb'], string>> = { canary: canaryVerb, deploy, remove, restart: rollback, rollback, show, status }

/** The functions of `host/` that carry out a verb; the last one is `main`, which reads the payload. */
export function hostScript(verb: HostOrder['verb']): string {
  return [...LIBRARY, VERBS[verb]].join('\n')
}
