import { check } from '../log.ts'
import { type Stage, act } from '../stage.ts'

export async function status(stage: Stage): Promise<void> {
  const { code, outputs } = await act('status: what is live', stage, { command: 'status' })
  check('it shows the digest that is live', code === 0 && Boolean(outputs['serving-digest']?.startsWith('sha256:')))
}
