import { createHash, randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect } from '@jest/globals'
import { startBuildKit } from '../../local/machine/buildkit.ts'
import { ended, errorOf, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { blobsWith } from './support/registry-blobs.ts'
import { atEnd, beforeEach, given, it } from './support/test.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { temporaryFolder } from '../fakes/temporary-folder.ts'
import { commitOf } from '../fakes/short-commit.ts'

/** Stands in both secrets; where it is found, a secret was. */
const SENTINEL = `sentinel${randomBytes(8).toString('hex')}`
const TOKEN = `${SENTINEL} "$(id)"`
const FILE = `machine r.example\n  password ${SENTINEL}-in-a-file\n`
/** What the builds leave in the image to prove that they had the secrets. */
const PROOF = createHash('sha256')
  .update(TOKEN + FILE)
  .digest('hex')

/** Stands in a stage of the build of which the image takes only PROOF, so that nothing but a cache of all stages has it. */
const ASIDE = `aside${PROOF}`

/** Shows the secrets in the log, and leaves their hash. */
const READS = `const { readFileSync, writeFileSync } = require('node:fs')
const [token, file] = ['token', 'netrc'].map((id) => readFileSync('/run/secrets/' + id, 'utf8'))
console.log(token + '\\n' + file)
const proof = require('node:crypto').createHash('sha256').update(token + file).digest('hex')
writeFileSync('/proof', proof)
writeFileSync('/aside', 'aside' + proof)`
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
  folder = temporaryFolder('secrets')
  await writeFile(join(folder, 'netrc'), FILE)
  const usual = await readFile(join(bed.workspace, 'Dockerfile'), 'utf8')
  const node = (mounts: string, program: string) => `RUN ${mounts} ${JSON.stringify(['node', '-e', program])}\n`
  // Another commit is another step, which no cache has.
  const stage = `ARG BASE\nFROM \${BASE} AS reads\nARG VERSION\nENV VERSION=\${VERSION}\n${node(MOUNTS, READS)}`
  await writeFile(join(bed.workspace, 'secret.Dockerfile'), `${stage}${usual}COPY --from=reads /proof /proof\n`)
  await writeFile(join(bed.workspace, 'ssh.Dockerfile'), usual + node('--mount=type=ssh,required=true', ASKS))
})
beforeEach(ready)

const buildkit = given(async () => {
  const started = await startBuildKit(bed.cloud)
  atEnd(() => started.stop())
  return started
})

const SECRETS = () => ({ dockerfile: 'secret.Dockerfile', 'build-secrets': `token=env:TOKEN\nnetrc=file:${join(folder, 'netrc')}` })

/** What a file of the image holds that serves. */
async function inImage({ outputs }: ActionRun, path: string): Promise<string> {
  const host = await bed.cloud.host(outputs['instance-id'] ?? '')
  const print = `process.stdout.write(require('node:fs').readFileSync(${JSON.stringify(path)}))`
  return (await host.exec(['docker', 'exec', `web.production.${outputs['release']}`, 'node', '-e', print])).stdout
}

describe.each([
  { by: 'buildx', builder: async () => bed.cloud.buildxEnv, stages: [] },
  { by: 'the engine alone', builder: async () => ({}), stages: [] },
  {
    by: 'a builder of its own, which caches each stage',
    builder: async () => (await buildkit()).env,
    stages: [expect.anything()],
  },
] as const)('a build by $by', ({ builder, stages }) => {
  it('gets its secrets, and no log, image or cache contains them', async () => {
    await bed.commit()
    const before = await blobsWith(bed.cloud, ASIDE)
    const deployed = ended(await bed.act(SECRETS(), { env: { ...(await builder()), TOKEN } }), 'deployed')
    expect(await visit(deployed.outputs['url'] ?? '')).toBe(commitOf(deployed))
    expect(await inImage(deployed, '/proof')).toBe(PROOF)
    expect(deployed.stdout).toContain('***')
    expect(JSON.stringify(deployed)).not.toContain(SENTINEL)
    // The search finds what steps with secrets wrote, in layers of the image and of the cache.
    expect(await blobsWith(bed.cloud, PROOF)).not.toEqual([])
    expect((await blobsWith(bed.cloud, ASIDE)).filter((digest) => !before.includes(digest))).toEqual(stages)
    expect(await blobsWith(bed.cloud, SENTINEL)).toEqual([])
  })

  it("can use the runner's SSH agent", async () => {
    const server = createServer((socket) => socket.on('data', () => socket.write(Buffer.from(NO_KEYS, 'hex'))))
    const socket = join(folder, `agent-${randomBytes(4).toString('hex')}`)
    await new Promise<void>((resolve) => server.listen(socket, resolve))
    await bed.commit()
    const env = { ...(await builder()), SSH_AUTH_SOCK: socket }
    const deployed = ended(await bed.act({ dockerfile: 'ssh.Dockerfile', ssh: 'default' }, { env }), 'deployed')
    server.close()
    expect(await inImage(deployed, '/keys')).toBe(NO_KEYS)
  })
})

it('a build with a missing secret is refused before any AWS call', async () => {
  const before = (await bed.cloud.calls()).length
  const refused = ended(await bed.act(SECRETS()), 'refused', 'inputs')
  expect(errorOf(refused)).toContain('build-secrets: token: the variable TOKEN is empty')
  expect(await bed.calls(before)).toEqual([])
})
