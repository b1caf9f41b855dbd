import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import { ended, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { given, it } from './support/test.ts'
import { commitOf } from '../fakes/short-commit.ts'

let bed: Bed

const open = given(async () => void (bed = await openBed()))

/** As a release names the image: by the tag, for who reads it, and by its digest. */
async function pinned(): Promise<string> {
  const { dir, proxyImage } = bed.cloud
  const [name = '', tag = ''] = proxyImage.split(/:(?=[^:/]+$)/)
  const tags = join(dir, 'registry/docker/registry/v2/repositories/public', name.slice(name.indexOf('/') + 1), '_manifests/tags')
  return `${name}:${tag}@${await readFile(join(tags, tag, 'current/link'), 'utf8')}`
}

it('a proxy image with tag and digest is used, and the next deploy leaves the proxy alone', async () => {
  await open()
  const inputs = { 'proxy-image': await pinned() }
  const first = ended(await bed.act(inputs), 'deployed')
  const host = await bed.hostOf(first)
  const proxies = async () =>
    (await host.exec(['docker', 'ps', '--no-trunc', '--format={{.ID}} {{.Image}}'])).stdout
      .split('\n')
      .filter((line) => line.includes('caddy'))
  const before = await proxies()
  expect(before).toEqual([expect.stringContaining(inputs['proxy-image'])])
  await bed.commit()
  const next = ended(await bed.act(inputs), 'deployed')
  expect(await visit(next.outputs['url'] ?? '')).toBe(commitOf(next))
  expect(await proxies()).toEqual(before)
})
