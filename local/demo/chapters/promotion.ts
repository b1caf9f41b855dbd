import type { Way } from '../../load/way.ts'
import { check } from '../log.ts'
import { type Stage, URL_OF_NAME, act, head, page } from '../stage.ts'
import type { Staging } from './version-on-staging.ts'

/** Production takes that version: nothing is built. */
export async function promotion(stage: Stage, way: Way, { digest }: Staging): Promise<void> {
  const promoted = await act('promote: production takes version 1.0.0 from staging', stage, { command: 'promote', version: '1.0.0' })
  check('production serves the digest that staging verified', promoted.outputs['serving-digest'] === digest)
  const sha = (await head(stage)).slice(0, 7)
  check(`${URL_OF_NAME} serves version ${sha}`, (await page(URL_OF_NAME, way)).includes(sha))
}
