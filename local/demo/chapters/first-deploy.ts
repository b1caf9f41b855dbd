import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import type { Way } from '../../load/way.ts'
import { must } from '../../machine/exec.ts'
import { stretched } from '../../machine/patience.ts'
import { check, say } from '../log.ts'
import { type Stage, act, commit, page } from '../stage.ts'

/** Seconds that the start can take: files copied, inputs set, the first deploy. */
const MOST = 120
const EXAMPLES = join(import.meta.dirname, '..', '..', '..', 'examples')

/** As in the README: a folder with a Dockerfile, the example's configuration file with name, port and region, and the first deploy. Returns how its visitors reach it. */
export async function firstDeploy(stage: Stage): Promise<Way> {
  const { cloud, authority, workspace } = stage
  const began = Date.now()
  await cp(join(EXAMPLES, 'hello'), workspace, { recursive: true })
  await must('git', '-C', workspace, 'init', '--quiet')
  const file = parse(await readFile(join(EXAMPLES, 'docker-to-ec2.yml'), 'utf8')) as object
  const settings = { ...file, service: 'hello', port: 8080, 'aws-region': 'us-east-1', 'proxy-image': cloud.proxyImage }
  await mkdir(join(workspace, '.github'))
  await writeFile(join(workspace, '.github', 'docker-to-ec2.yml'), stringify(settings))
  const version = await commit(workspace, 'Say hello')
  const ran = await act('First deploy: an empty account, a repository with a Dockerfile', stage)
  const { outcome, url = '', digest } = ran.outputs
  check('the outcome is `deployed`', ran.code === 0 && outcome === 'deployed')
  check(`${url} serves version ${version}`, (await page(url)).includes(version))
  const took = (Date.now() - began) / 1000
  say(`from copied files to a page that answers: ${took.toFixed(1)} s`)
  check('that is less than two minutes, if the machine has nothing else to do', took < Number.parseInt(await stretched(MOST), 10))
  check('what the proxy serves is the digest that was asked for', Boolean(digest) && ran.outputs['serving-digest'] === digest)
  await authority.trustOn(await cloud.host(ran.outputs['instance-id'] ?? ''))
  return { address: ran.outputs['public-ip'] ?? '', authority: authority.issuers }
}
