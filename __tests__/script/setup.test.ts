import { spawnSync } from 'node:child_process'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from '@jest/globals'
import { temporaryFolder } from '../fakes/temporary-folder.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const SETUP = join(ROOT, 'script', 'setup')

let folder: string

beforeEach(() => {
  folder = temporaryFolder('setup-test')
})

/** What the script says on a machine where these programs answer so, and where /etc/os-release is this text. Its cache is a file, so it cannot begin anything. */
function setUp({
  programs = {},
  release = 'ID=debian\nVERSION_ID="12"\n',
}: {
  programs?: Record<string, string>
  release?: string
}): string {
  for (const [name, answer] of Object.entries(programs)) writeFileSync(join(folder, name), `#!/bin/sh\necho ${answer}\n`, { mode: 0o755 })
  writeFileSync(join(folder, 'os-release'), release)
  writeFileSync(join(folder, 'no-folder'), '')
  const env = { ...process.env, PATH: `${folder}:${process.env['PATH']}`, XDG_CACHE_HOME: join(folder, 'no-folder') }
  const script = `mount --bind '${join(folder, 'os-release')}' /etc/os-release && exec '${SETUP}'`
  const ran = spawnSync('unshare', ['--mount', 'sh', '-c', script], { env, encoding: 'utf8' })
  expect(ran.status).toBe(1)
  return ran.stderr
}

test.each([
  ['another architecture', { programs: { uname: 'aarch64' } }, 'this machine is aarch64, but'],
  ['somebody who is not root', { programs: { id: '1000' } }, 'you are not root, but'],
  ['an older Debian', { release: 'ID=debian\nVERSION_ID="11"\n' }, 'this is debian-11, but'],
  ['another Linux', { release: 'ID=arch\n' }, 'this is arch-, but'],
])('script/setup tells %s where it can run, and how to get there', (_, machine, message) => {
  const said = setUp(machine)
  expect(said).toContain(`setup: ${message} the local cloud needs Debian 12 or 13 or Ubuntu 24.04, on x86-64, as root.`)
  expect(said).toContain('docker run --rm -it --privileged')
})

test.each(['ID=debian\nVERSION_ID="12"\n', 'ID=debian\nVERSION_ID="13"\n', 'ID=ubuntu\nVERSION_ID="24.04"\n'])(
  'script/setup begins on %j',
  (release) => {
    expect(setUp({ release, programs: { uname: 'x86_64' } })).toMatch(/mkdir: .*no-folder/)
  },
)

test('script/setup leaves no rule that keeps services from starting, even if apt fails', () => {
  const programs = {
    'apt-get': '[ "$1" != install ] || cat /usr/sbin/policy-rc.d; [ "$1" = update ]',
    'dpkg-query': 'false',
    id: 'echo 0',
    uname: 'echo x86_64',
  }
  for (const [name, words] of Object.entries(programs)) writeFileSync(join(folder, name), `#!/bin/sh\n${words}\n`, { mode: 0o755 })
  writeFileSync(join(folder, 'os-release'), 'ID=debian\nVERSION_ID="12"\n')
  const env = { ...process.env, PATH: `${folder}:${process.env['PATH']}`, XDG_CACHE_HOME: folder }
  const script = `mount --bind '${join(folder, 'os-release')}' /etc/os-release && mount -t tmpfs none /usr/sbin || exit 9
    '${SETUP}'; status=$?; ls -A /usr/sbin >&2; exit $status`
  const { status, stdout, stderr } = spawnSync('unshare', ['--mount', 'sh', '-c', script], { env, encoding: 'utf8' })
  expect(stdout).toContain('exit 101')
  expect({ status, left: stderr }).toEqual({ status: 1, left: '' })
})

/** Scripts that install packages for Python. */
const INSTALLERS = ['script/setup', 'local/host/rootfs', 'local/vm/disk', 'script/test', 'script/tool', 'script/demo'] as const

test('each package for Python is downloaded by its hash', () => {
  const lines = INSTALLERS.flatMap((file) =>
    readFileSync(join(ROOT, file), 'utf8')
      .replaceAll(/\\\n\s*/g, '')
      .split('\n'),
  )
  const pip = lines.filter((line) => /pip["']? (install|download)\b/.test(line))
  expect(pip.length).toBeGreaterThan(1)
  expect(pip.filter((line) => !line.includes('--require-hashes') && !line.includes('--no-index'))).toEqual([])
})

test.each(globSync('local/*/requirements.txt', { cwd: ROOT }))('%s has a version and a hash for each package', (file) => {
  const packages = readFileSync(join(ROOT, file), 'utf8')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line !== '')
  expect(packages.filter((line) => !/^[\w.-]+==[^\s;]+( ; [^-]*)?(\s*--hash=sha256:[0-9a-f]{64})+$/.test(line))).toEqual([])
})
