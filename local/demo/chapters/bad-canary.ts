import { startLoad } from '../../load/load.ts'
import type { Way } from '../../load/way.ts'
import { check, say } from '../log.ts'
import { type Stage, URL_OF_NAME, act, change, page } from '../stage.ts'
import { BROKEN } from './broken-release.ts'

/** The application's text from here on. */
export const FAILING = "if (request.method === 'POST' && Math.random() < 0.05) response.statusCode = 503\n  response.setHeader("

/** A release that starts well and then fails one of twenty requests; the claim is what the load saw. */
export async function badCanary(stage: Stage, way: Way, serving: string): Promise<void> {
  const version = await change(stage, BROKEN, FAILING, 'Fail one of twenty')
  const load = startLoad({ url: URL_OF_NAME, way, path: '/', slow: 0, webSocket: false })
  const canary = { 'canary-steps': '10%:30s, 50%:30s' }
  const ran = await act('A release that fails one of twenty requests, as a canary under load', stage, canary).catch(async (error) => {
    await load.stop()
    throw error
  })
  const { sent, failed, outcomes } = await load.stop()
  say(`load: ${failed} of ${sent} requests failed: ${JSON.stringify(outcomes)}`)
  say(/The canary got .*5xx\./.exec(ran.summary)?.[0] ?? 'the summary does not mention the canary')
  check('the canary was rolled back for its errors', ran.outputs['outcome'] === 'rolled-back' && ran.outputs['cause'] === 'canary-errors')
  check(
    'fewer than 1% of all requests failed, all of them in the canary',
    failed > 0 && failed * 100 < sent && outcomes['POST 503'] === failed,
  )
  check(`${URL_OF_NAME} serves version ${serving}, and not ${version}`, (await page(URL_OF_NAME, way)).includes(serving))
}
