import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from '@jest/globals'
import { readSecrets } from '../../../src/adapters/docker/secrets.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'

let folder: string
beforeEach(() => void (folder = temporaryFolder('build-secrets')))

const read = (name: string) => readSecrets([{ id: 'key', kind: 'file', path: join(folder, name) }], {})

test('reads a secret from its file, or through a link', async () => {
  writeFileSync(join(folder, 'key'), 'hunter2\n')
  symlinkSync('key', join(folder, 'link'))
  expect(await read('key')).toEqual(['hunter2\n'])
  expect(await read('link')).toEqual(['hunter2\n'])
})

test.each<readonly [string, string, (path: string) => unknown]>([
  ['is missing', 'there is no file', () => undefined],
  ['leads nowhere', 'there is no file', (path) => symlinkSync('nowhere', path)],
  ['leads to itself', 'ELOOP', (path) => symlinkSync(path, path)],
  ['is a folder', 'is not a file', (path) => mkdirSync(path)],
  ['is a pipe without a writer', 'is not a file', (path) => execFileSync('mkfifo', [path])],
  ['is an endless device', 'is not a file', (path) => symlinkSync('/dev/zero', path)],
  ['is larger than a build accepts', 'has 512001 bytes', (path) => (writeFileSync(path, ''), truncateSync(path, 512_001))],
])('refuses a secret that %s, with the reason', async (_, reason, make) => {
  make(join(folder, 'key'))
  const message = expect.stringMatching(new RegExp(`^The secret key of the build cannot be read: .*${reason}`))
  await expect(read('key')).rejects.toMatchObject({ code: 'build-secret-missing', message })
})
