import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { must } from '../../../local/machine/exec.ts'
import { startGitHub } from '../../../local/github/server.ts'
import type { GitHub } from '../../../local/github/server.ts'
import { configSource } from '../../../src/adapters/github/config-source.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'
import { short } from '../../fakes/short-commit.ts'
import { patientLimit } from '../../fakes/patient-limit.ts'

const PATH = '.github/docker-to-ec2.yml'
const folder = temporaryFolder('source')
const repository = join(folder, 'repository')
const empty = join(folder, 'empty')
let github: GitHub
let commit: string

beforeAll(async () => {
  mkdirSync(join(repository, '.github'), { recursive: true })
  mkdirSync(empty)
  const git = ['git', '-C', repository, '-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'] as const
  await must(...git, 'init', '--quiet')
  writeFileSync(join(repository, PATH), 'service: wéb\n')
  await must(...git, 'add', '--all')
  await must(...git, 'commit', '--quiet', '--message', 'First')
  commit = (await must(...git, 'rev-parse', 'HEAD')).trim()
  writeFileSync(join(repository, PATH), 'service: changed\n')
  github = await startGitHub(repository, 'the-token')
})
afterAll(() => github.stop())

interface Given {
  readonly workspace?: string
  readonly token?: string | undefined
  readonly commit?: string
}

async function ask(path: string, given: Given = {}) {
  const from = github.requests.length
  const spec = { workspace: empty, token: 'the-token', repository: 'acme/web', apiUrl: github.url, limit: patientLimit, commit, ...given }
  const found = await configSource(spec).read(path)
  return { found, requests: github.requests.slice(from).length }
}

describe('a checkout', () => {
  it('has the file on disk, whatever the commit has', async () => {
    expect(await ask(PATH, { workspace: repository })).toEqual({ found: { kind: 'found', text: 'service: changed\n' }, requests: 0 })
  })

  it('has the file without its byte order mark', async () => {
    writeFileSync(join(repository, 'marked.yml'), '\uFEFFservice: web\n')
    expect(await ask('marked.yml', { workspace: repository })).toEqual({ found: { kind: 'found', text: 'service: web\n' }, requests: 0 })
  })

  it('reports a missing file', async () => {
    expect(await ask('other.yml', { workspace: repository })).toEqual({ found: { kind: 'missing', where: 'in the checkout' }, requests: 0 })
  })

  it.each([
    ['web.yml', 'web.yaml'],
    ['api.yaml', 'api.yml'],
  ])('reports that %s is missing, but %s exists', async (path, instead) => {
    writeFileSync(join(repository, instead), 'service: web\n')
    const found = { kind: 'missing', where: 'in the checkout', instead }
    expect(await ask(path, { workspace: repository })).toEqual({ found, requests: 0 })
  })

  it('is not enough if it is sparse', async () => {
    const sparse = join(folder, 'sparse')
    mkdirSync(join(sparse, '.git', 'info'), { recursive: true })
    writeFileSync(join(sparse, '.git', 'info', 'sparse-checkout'), 'src\n')
    expect((await ask(PATH, { workspace: sparse })).found).toEqual({ kind: 'found', text: 'service: wéb\n' })
  })

  it('is not enough if the name is a folder', async () => {
    mkdirSync(join(repository, 'folder.yml'))
    expect((await ask('folder.yml', { workspace: repository })).found).toMatchObject({ kind: 'unknown' })
  })
})

describe('without a checkout', () => {
  it('reads the file of the commit from GitHub', async () => {
    expect(await ask(PATH)).toEqual({ found: { kind: 'found', text: 'service: wéb\n' }, requests: 1 })
  })

  it('reports that the file is missing if the commit exists', async () => {
    expect(await ask('other.yml')).toEqual({ found: { kind: 'missing', where: `in acme/web at ${short(commit)}` }, requests: 2 })
  })

  it('does not accept a folder of that name', async () => {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify([{ type: 'file', path: 'x' }]))
    })
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    const spec = { workspace: empty, token: 't', repository: 'acme/web', commit, limit: patientLimit }
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    expect(await configSource({ ...spec, apiUrl }).read('.github')).toEqual({
      kind: 'unknown',
      reason: expect.stringContaining('does not match its documentation'),
    })
    server.closeAllConnections()
    server.close()
  })

  it.each<[string, Given, string]>([
    ['a commit that GitHub does not show', { commit: 'b'.repeat(40) }, 'GitHub shows nothing of acme/web at bbbbbbbb'],
    ['a token that GitHub rejects', { token: 'wrong' }, 'GitHub did not say: Bad credentials'],
    ['no token', { token: undefined }, 'there is no github-token to ask GitHub'],
  ])('says why the file is unknown: %s', async (_, given, reason) => {
    expect((await ask(PATH, given)).found).toEqual({ kind: 'unknown', reason: expect.stringContaining(reason) })
  })
})
