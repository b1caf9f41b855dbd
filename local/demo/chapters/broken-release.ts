import type { Way } from '../../load/way.ts'
import { check } from '../log.ts'
import { type Stage, URL_OF_NAME, act, change, page } from '../stage.ts'

/** The application's text from here on. */
export const BROKEN = 'response.statusCode = 500\n  response.setHeader('

export async function brokenRelease(stage: Stage, way: Way, serving: string): Promise<void> {
  await change(stage, 'response.setHeader(', BROKEN, 'Break the service')
  const ran = await act('A broken release: it answers 500', stage, { 'health-timeout': '5s' })
  check('the step fails, and names its cause', ran.code === 1 && ran.annotations.some(({ level }) => level === 'error'))
  check(`${URL_OF_NAME} still serves version ${serving}`, (await page(URL_OF_NAME, way)).includes(serving))
}
