import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { localCheckout } from '../../../src/adapters/checkout/checkout.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'

const AUTHOR = ['-c', 'user.name=ada', '-c', 'user.email=ada@example.com', '-c', 'protocol.file.allow=always']
let folder: string
let workspace: string

beforeEach(() => {
  folder = temporaryFolder('checkout-test')
  workspace = join(folder, 'work')
  repository(workspace)
})

function run(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', [...AUTHOR, ...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
}

function write(path: string, text: string, root = workspace): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

/** With a first commit: a Dockerfile, an application in `app`, and rules for what neither Git nor Docker takes. */
function repository(root: string, ...options: readonly string[]): void {
  mkdirSync(root, { recursive: true })
  run(root, 'init', '--quiet', ...options)
  write('Dockerfile', 'FROM scratch\n', root)
  write('app/server.js', '1\n', root)
  write('app/Dockerfile', 'FROM scratch\n', root)
  write('run.sh', '#!/bin/sh\n', root)
  chmodSync(join(root, 'run.sh'), 0o755)
  symlinkSync('app/server.js', join(root, 'link'))
  write('.gitignore', 'dist\nnode_modules\n*.log\n', root)
  write('.dockerignore', '**/node_modules\n*.log\n', root)
  commit(root)
}

function commit(root = workspace): string {
  run(root, 'add', '--all')
  run(root, 'commit', '--quiet', '--message', 'Change')
  return head(root)
}

const head = (root = workspace): string => run(root, 'rev-parse', 'HEAD')

interface Place {
  readonly root?: string
  readonly context?: string
  readonly dockerfile?: string
}

function checkout({ root = workspace, context = root, dockerfile = join(context, 'Dockerfile') }: Place = {}) {
  return localCheckout({ workspace: root, context, dockerfile, env: { PATH: process.env['PATH'], RUNNER_TEMP: folder } })
}

const content = async (place?: Place) => checkout(place).content()
const differences = async (place?: Place) => (await content(place))?.differences
const identity = async (place?: Place) => (await content(place))?.identity

describe('the description of the image', () => {
  it('has the README of the commit that GitHub shows', async () => {
    expect(await checkout().readme()).toBeUndefined()
    write('docs/README.md', 'docs\n')
    write('README.md', 'root\n')
    expect(await checkout().readme()).toBeUndefined()
    commit()
    expect(await checkout().readme()).toBe('README.md')
  })

  it('has the text of the Dockerfile', async () => {
    expect(await checkout().dockerfile()).toBe('FROM scratch\n')
    expect(await checkout({ dockerfile: '/no/such/Dockerfile' }).dockerfile()).toBeUndefined()
  })

  it('has no README without a repository', async () => {
    expect(await checkout({ root: temporaryFolder('empty') }).readme()).toBeUndefined()
  })
})

describe('the commit', () => {
  it('is the one that is checked out', async () => {
    const first = head()
    write('app/server.js', '2\n')
    const second = commit()
    expect(await checkout().head()).toEqual({ kind: 'commit', id: second })
    run(workspace, 'checkout', '--quiet', first)
    expect(await checkout().head()).toEqual({ kind: 'commit', id: first })
  })

  it('has the time of the commit, not that of its author or message', async () => {
    const env = { ...process.env, GIT_AUTHOR_DATE: '2020-01-01T00:00:00Z', GIT_COMMITTER_DATE: '2026-01-02T04:04:05+0100' }
    const message = 'A message\n\ncommitter mallory <m@example.com> 1 +0000'
    execFileSync('git', [...AUTHOR, 'commit', '--quiet', '--allow-empty', '--message', message], { cwd: workspace, env })
    expect(await checkout().committedAt()).toEqual(new Date('2026-01-02T03:04:05Z'))
  })

  it.each(['253402300800', '8640000000001', '99999999999999999'])('has no time if its committer says %s seconds', async (seconds) => {
    const text = run(workspace, 'cat-file', 'commit', 'HEAD').replace(/^(committer .*>) \d+/m, `$1 ${seconds}`)
    const file = join(folder, 'commit')
    writeFileSync(file, `${text}\n`)
    run(workspace, 'reset', '--quiet', '--soft', run(workspace, 'hash-object', '-t', 'commit', '-w', file).trim())
    expect(await checkout().committedAt()).toBeUndefined()
  })

  it('has no time if there is none', async () => {
    rmSync(join(workspace, '.git'), { recursive: true })
    expect(await checkout().committedAt()).toBeUndefined()
  })

  it('is found from inside and outside of the checkout', async () => {
    expect(await checkout({ context: join(workspace, 'app') }).head()).toEqual({ kind: 'commit', id: head() })
    expect(await checkout({ context: join(folder, 'made-by-a-step') }).head()).toEqual({ kind: 'commit', id: head() })
  })

  it('is found in a shallow clone', async () => {
    const root = join(folder, 'shallow')
    run(folder, 'clone', '--quiet', '--depth=1', `file://${workspace}`, root)
    expect(await checkout({ root }).head()).toEqual({ kind: 'commit', id: head() })
    expect(await identity({ root })).toBe('')
  })

  it('is that of the outer repository for a submodule, whose files count as they are', async () => {
    const root = join(folder, 'around')
    repository(root)
    run(root, 'submodule', '--quiet', 'add', workspace, 'sub')
    const id = commit(root)
    expect(await checkout({ root, context: join(root, 'sub') }).head()).toEqual({ kind: 'commit', id })
    expect(await differences({ root })).toContain('sub/app/server.js')
    const before = await identity({ root })
    write('app/server.js', '2\n', join(root, 'sub'))
    expect(await identity({ root })).not.toBe(before)
    run(root, 'submodule', '--quiet', 'deinit', '--force', 'sub')
    expect(await identity({ root })).toBe('')
  })

  it('is found if the checkout belongs to another user, as in a container job', async () => {
    const id = head()
    chownSync(workspace, 12_345, 12_345)
    chownSync(join(workspace, '.git'), 12_345, 12_345)
    expect(() => head()).toThrow('dubious ownership')
    expect(await checkout().head()).toEqual({ kind: 'commit', id })
    expect(await identity()).toBe('')
  })

  it('is not affected by variables of the job', async () => {
    const env = { PATH: process.env['PATH'], GIT_DIR: join(folder, 'elsewhere'), GIT_WORK_TREE: folder }
    const place = { workspace, context: workspace, dockerfile: join(workspace, 'Dockerfile') }
    expect(await localCheckout({ ...place, env }).head()).toEqual({ kind: 'commit', id: head() })
  })

  it.each([
    ['no repository', () => rmSync(join(workspace, '.git'), { recursive: true }), process.env['PATH'], 'not a git repository'],
    ['no Git', () => undefined, '/nowhere', 'ENOENT'],
  ])('is unknown: %s', async (_, change, path, words) => {
    change()
    const dockerfile = join(workspace, 'Dockerfile')
    const made = localCheckout({ workspace, context: workspace, dockerfile, env: { PATH: path, GIT_CEILING_DIRECTORIES: folder } })
    expect(await made.head()).toEqual({ kind: 'unknown', reason: expect.stringContaining(words) })
    // Nothing says which of the files are the commit's, so each counts.
    expect((await made.content())?.differences).toEqual(expect.arrayContaining(['/Dockerfile', 'app/server.js', 'link', 'run.sh']))
  })

  it('is unknown without a checkout, and nothing can be built', async () => {
    const root = join(folder, 'empty')
    mkdirSync(root)
    expect(await checkout({ root }).head()).toMatchObject({ kind: 'unknown' })
    expect(await content({ root })).toBeUndefined()
  })
})

describe('the source of a build', () => {
  it('is the commit if nothing was changed', async () => {
    expect(await content()).toEqual({ identity: '', differences: [] })
    expect(await content({ context: join(workspace, 'app') })).toEqual({ identity: '', differences: [] })
  })

  it.each<[string, () => void, readonly string[]]>([
    ['a changed file', () => write('app/server.js', '2\n'), ['app/server.js']],
    ['one that Git is told to overlook', overlooked, ['app/server.js']],
    ['a new file', () => write('new', ''), ['new']],
    ['a file that an earlier step made and Git ignores', () => write('dist/app.js', '1'), ['dist/app.js']],
    ['a file that is gone', () => rmSync(join(workspace, 'run.sh')), ['run.sh']],
    ['a file that cannot be executed any more', () => chmodSync(join(workspace, 'run.sh'), 0o644), ['run.sh']],
    ['a link that leads elsewhere', () => (rmSync(join(workspace, 'link')), symlinkSync('run.sh', join(workspace, 'link'))), ['link']],
    ['an empty folder', () => mkdirSync(join(workspace, 'empty')), ['empty']],
    ['what Docker ignores', () => (write('a.log', '1'), write('app/node_modules/x/y.js', '1')), []],
    [
      'rules that let through what they ignored',
      () => (write('a.log', '1'), write('.dockerignore', '')),
      ['.dockerignore', '/.dockerignore', 'a.log'],
    ],
    ['rules that ignore what they let through', () => write('.dockerignore', '.dockerignore\napp\n'), ['/.dockerignore']],
    ['rules of the Dockerfile itself', () => write('Dockerfile.dockerignore', '**\n'), ['/.dockerignore']],
    [
      'a Dockerfile that Docker ignores',
      () => (write('.dockerignore', '.dockerignore\nDockerfile\n'), write('Dockerfile', 'FROM x\n')),
      ['/.dockerignore', '/Dockerfile'],
    ],
    ['what only Git has', () => write('.git/config.lock', ''), []],
  ])('%s', async (_, change, expected) => {
    change()
    expect(await differences()).toEqual(expected)
  })

  function overlooked(): void {
    run(workspace, 'update-index', '--assume-unchanged', 'app/server.js')
    write('app/server.js', '2\n')
  }

  it('consists of the context and its Dockerfile, wherever that is', async () => {
    write('run.sh', 'changed\n')
    const context = join(workspace, 'app')
    expect(await identity({ context })).toBe('')
    write('Dockerfile', 'FROM other\n')
    expect(await identity({ context })).toBe('')
    expect(await differences({ context, dockerfile: join(workspace, 'Dockerfile') })).toEqual(['/Dockerfile'])
  })

  it('has a different identity for different contents only', async () => {
    const made = async (text: string) => (write('dist/app.js', text), await identity())
    const [one, two] = [await made('1'), await made('2')]
    expect(one).not.toBe(two)
    expect(await made('1')).toBe(one)
    const clone = join(folder, 'clone')
    run(folder, 'clone', '--quiet', workspace, clone)
    write('dist/app.js', '1', clone)
    expect(await identity({ root: clone })).toBe(one)
  })

  it('is compared with SHA-256 ids, too', async () => {
    const root = join(folder, 'sha256')
    repository(root, '--object-format=sha256')
    expect(await content({ root })).toEqual({ identity: '', differences: [] })
  })

  it('reads a large file in parts', async () => {
    write('large', 'x'.repeat(700_000))
    commit()
    expect(await identity()).toBe('')
  })

  it('includes everything if the context is outside of the checkout', async () => {
    const context = join(folder, 'made-by-a-step')
    write('Dockerfile', 'FROM scratch\n', context)
    expect(await differences({ context })).toEqual(['/Dockerfile', 'Dockerfile'])
  })
})
