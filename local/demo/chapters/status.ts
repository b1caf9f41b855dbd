import { check } from '../log.ts'
import { type Stage, act } from '../stage.ts'

export async function status(stage: Stage): Promise<void> {
  const { code, outputs } = await act('status: what is deployed where', stage, { command: 'status' })
  check('it names the digest that serves', code === 0 && Boolean(outputs['serving-digest']?.startsWith('sha256:')))
}
