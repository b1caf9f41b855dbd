import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { type Way, visit } from '../../load/way.ts'
import { check } from '../log.ts'
import { type Stage, NAME, URL_OF_NAME, act, change, page } from '../stage.ts'

/** From here on, production has its name. */
export async function byName(stage: Stage, way: Way): Promise<void> {
  const { authority, workspace } = stage
  const file = join(workspace, '.github', 'docker-to-ec2.yml')
  const settings = parse(await readFile(file, 'utf8')) as { environments: { production: object } }
  const name = { domains: [NAME], tls: 'acme', 'acme-directory': authority.directory }
  const environments = { ...settings.environments, production: { ...settings.environments.production, ...name } }
  // The default is longer; here nobody waits for what only bakes.
  await writeFile(file, stringify({ ...settings, 'bake-time': '3s', environments }))
  const version = await change(stage, 'Hello from', 'Good day from', 'Say good day')
  const ran = await act('A domain over HTTPS: the run creates its record, gets a certificate, and then switches the traffic', stage)
  check(`the outcome is \`deployed\` at ${URL_OF_NAME}`, ran.outputs['outcome'] === 'deployed' && ran.outputs['url'] === URL_OF_NAME)
  check(
    `${URL_OF_NAME} serves version ${version}, with a certificate that its visitors trust`,
    (await page(URL_OF_NAME, way)).includes(version),
  )
  const led = await visit(`http://${NAME}`, way)
  check('HTTP redirects to HTTPS', led.status === 308 && led.headers.location === `${URL_OF_NAME}/`)
}
