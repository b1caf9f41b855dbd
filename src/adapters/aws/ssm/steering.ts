import type { SSMClient } from '@aws-sdk/client-ssm'
import { STEERING } from '../../../domain/canary/steering.ts'
import type { Steering } from '../../../domain/canary/steering.ts'
import { steeringName } from '../../../domain/service.ts'
import { readJson } from '../../../domain/untrusted.ts'
import type { Shared } from '../../../ports/state/shared.ts'
import { sharedParameter } from './shared-parameter.ts'

export function parameterSteering(client: SSMClient): Shared<Steering> {
  return sharedParameter(client, steeringName, parseSteering)
}

function parseSteering(text: string): Steering | undefined {
  return readJson<Steering>(STEERING, text)
}
