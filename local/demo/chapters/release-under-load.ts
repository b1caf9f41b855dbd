import { startLoad } from '../../load/load.ts'
import type { Way } from '../../load/way.ts'
import { check, say } from '../log.ts'
import { type Stage, URL_OF_NAME, act, change, page } from '../stage.ts'

/** Returns the version that serves from now on. */
export async function releaseUnderLoad(stage: Stage, way: Way): Promise<string> {
  const version = await change(stage, 'Good day from', 'Good evening from', 'Say good evening')
  const load = startLoad({ url: URL_OF_NAME, way, path: '/', slow: 0, webSocket: false })
  const ran = await act('A release under load: POST requests, none of which is sent twice', stage).catch(async (error) => {
    await load.stop()
    throw error
  })
  await load.answers(100)
  const report = await load.stop()
  say(`load: ${report.sent} requests in ${report.seconds.toFixed(1)} s, ${report.failed} failed, the slowest took ${report.slowest} ms`)
  check('no request failed', report.sent > 100 && report.failed === 0)
  const serves = (await page(URL_OF_NAME, way)).includes(version)
  check(`the outcome is \`deployed\`, and ${URL_OF_NAME} serves version ${version}`, ran.outputs['outcome'] === 'deployed' && serves)
  return version
}
