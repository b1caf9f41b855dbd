import { createHash, randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect } from '@jest/globals'
import { run } from '../../local/machine/exec.ts'
import { ended, errorOf, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { atEnd, beforeEach, given, it } from './support/test.ts'

/** Stands in both secrets; where it is found, a secret was. */
const SENTINEL = `sentinel${randomBytes(8).toString('hex')}`
const TOKEN = `${SENTINEL} "$(id)"`
const FILE = `machine r.example\n  password ${SENTINEL}-in-a-file\n`
/** What the builds leave in the image to prove that they had the secrets. */
const PROOF = createHash('sha256')
  .update(TOKEN + FILE)
  .digest('hex')

/** Shows the secrets in the log, and leaves their hash. */
const READS = `const { readFileSync, writeFileSync } = require('node:fs')
const [token, file] = ['token', 'netrc'].map((id) => readFileSync('/run/secrets/' + id, 'utf8'))
console.log(token + '\\n' + file)
writeFileSync('/proof', require('node:crypto').createHash('sha256').update(token + file).digest('hex'))`
/** Asks the agent for its keys, and leaves its answer: the length, the kind, and how many. https://www.rfc-editor.org/rfc/rfc9987 */
const ASKS = `const socket = require('node:net').connect(process.env.SSH_AUTH_SOCK)
let answer = ''
socket.on('data', (part) => {
  answer += part.toString('hex')
  if (answer.length < 18) return
  require('node:fs').writeFileSync('/keys', answer)
  socket.end()
})
socket.write(Buffer.from('000000010b', 'hex'))`
/** Of an agent without keys. */
const NO_KEYS = '000000050c00000000'
const MOUNTS = ['id=token', 'id=netrc'].map((id) => `--mount=type=secret,required=true,${id}`).join(' ')

let bed: Bed
let folder = ''

const ready = given(async () => {
  bed = await openBed()
  folder = await mkdtemp(join(tmpdir(), 'docker-to-ec2-secrets-'))
  atEnd(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'netrc'), FILE)
  const usual = await readFile(join(bed.workspace, 'Dockerfile'), 'utf8')
  const node = (options: string, program: string) => `RUN ${options} ${JSON.stringify(['node', '-e', program])}\n`
  await writeFile(join(bed.workspace, 'secret.Dockerfile'), usual + node(MOUNTS, READS))
  await writeFile(join(bed.workspace, 'ssh.Dockerfile'), usual + node('--mount=type=ssh,required=true', ASKS))
})
beforeEach(ready)

const SECRETS = () => ({ dockerfile: 'secret.Dockerfile', 'build-secrets': `token=env:TOKEN\nnetrc=file:${join(folder, 'netrc')}` })

/** What a file of an image holds. */
async function inImage(image: string, path: string): Promise<string> {
  const print = `process.stdout.write(require('node:fs').readFileSync(${JSON.stringify(path)}))`
  const ran = await run(['docker', 'run', '--rm', '--network', 'none', image, 'node', '-e', print])
  return ran.code === 0 ? ran.stdout : ran.stderr
}

describe.each([
  ['buildx', () => bed.cloud.buildxEnv],
  ['the engine alone', () => ({})],
])('a build by %s', (_, builder) => {
  it('gets its secrets, and shows and keeps none of them', async () => {
    await bed.commit()
    const deployed = ended(await bed.act(SECRETS(), { env: { ...builder(), TOKEN } }), 'deployed')
    expect(await visit(deployed.outputs['url'] ?? '')).toBe(deployed.outputs['release']?.slice(0, 8))
    const image = deployed.outputs['image'] ?? ''
    expect(await inImage(image, '/proof')).toBe(PROOF)
    expect(deployed.stdout).toContain('***')
    expect(JSON.stringify(deployed)).not.toContain(SENTINEL)
    const kept = await run(['bash', '-c', 'docker save "$0" | grep --text --count "$1"', image, SENTINEL])
    expect(kept.stdout.trim()).toBe('0')
    expect((await run(['docker', 'history', '--no-trunc', image])).stdout).not.toContain(SENTINEL)
  })

  it('has the agent of the runner', async () => {
    const server = createServer((socket) => socket.on('data', () => socket.write(Buffer.from(NO_KEYS, 'hex'))))
    const socket = join(folder, `agent-${randomBytes(4).toString('hex')}`)
    await new Promise<void>((resolve) => server.listen(socket, resolve))
    await bed.commit()
    const env = { ...builder(), SSH_AUTH_SOCK: socket }
    const deployed = ended(await bed.act({ dockerfile: 'ssh.Dockerfile', ssh: 'default' }, { env }), 'deployed')
    server.close()
    expect(await inImage(deployed.outputs['image'] ?? '', '/keys')).toBe(NO_KEYS)
  })
})

it('a build whose secret is not there is refused before anything is asked of AWS', async () => {
  const before = (await bed.cloud.calls()).length
  const refused = ended(await bed.act(SECRETS()), 'refused', 'inputs')
  expect(errorOf(refused)).toContain('build-secrets: token: the variable TOKEN is empty')
  expect(await bed.calls(before)).toEqual([])
})
