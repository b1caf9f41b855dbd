import { inventory } from '../../inventory.ts'
import { check } from '../log.ts'
import { type Stage, act } from '../stage.ts'

export async function destroyAll(stage: Stage): Promise<void> {
  const destroy = { command: 'destroy', 'destroy-repository': 'true' }
  const staging = await act('destroy: staging', stage, { ...destroy, environment: 'staging' })
  const production = await act('destroy: everything that was created, also the repository of the images', stage, destroy)
  const left = [...(await inventory(stage.cloud)), ...(await stage.zone.records())]
  check(`nothing is left${left.length > 0 ? `: ${left.join(', ')}` : ''}`, staging.code === 0 && production.code === 0 && left.length === 0)
}
