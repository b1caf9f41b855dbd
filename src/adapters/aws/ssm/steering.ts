import type { SSMClient } from '@aws-sdk/client-ssm'
import { STEERING } from '../../../domain/canary/steering.ts'
import type { Steering } from '../../../domain/canary/steering.ts'
import { steeringName } from '../../../domain/service.ts'
import { readJson } from '../../../domain/untrusted.ts'
import type { Shared } from '../../../ports/state/shared.ts'
import { remove } from './lease.ts'
import { readStanding, writeOver } from './parameter-versions.ts'

export function parameterSteering(client: SSMClient): Shared<Steering> {
  return {
    read: (service) => readStanding(client, steeringName(service), parseSteering),
    write: (service, steering, over) =>
      writeOver(client, { Name: steeringName(service), Value: JSON.stringify({ ...steering, over }), over, parse: parseSteering }),
    remove: (service) => remove(client, steeringName(service)),
  }
}

function parseSteering(text: string): Steering | undefined {
  return readJson<Steering>(STEERING, text)
}
