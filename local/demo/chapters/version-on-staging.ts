import { check } from '../log.ts'
import { type Stage, act, change } from '../stage.ts'
import { FAILING } from './bad-canary.ts'

export interface Staging {
  /** The id of its instance. */
  readonly host: string
  readonly address: string
  /** Of the image that it serves. */
  readonly digest: string
}

/** The fixed release gets a version on staging, a host of its own. */
export async function versionOnStaging(stage: Stage): Promise<Staging> {
  await change(stage, FAILING, 'response.setHeader(', 'Fix the service')
  const ran = await act('The fixed release, as version 1.0.0, on staging, which has its own host', stage, {
    environment: 'staging',
    version: '1.0.0',
  })
  check('the outcome is `deployed`', ran.outputs['outcome'] === 'deployed')
  return { host: ran.outputs['instance-id'] ?? '', address: ran.outputs['public-ip'] ?? '', digest: ran.outputs['digest'] ?? '' }
}
