import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { httpArtifacts } from '../../../src/adapters/registry/artifacts.ts'
import { parseImage } from '../../../src/domain/image/image.ts'
import type { Artifact } from '../../../src/ports/image/artifacts.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { digestOf, startRegistries } from '../../fakes/registries.ts'
import type { Registries, Repository } from '../../fakes/registries.ts'

const OCI = 'application/vnd.oci.image.manifest.v1+json'
const CREDENTIALS = { registry: 'a.test', username: 'AWS', password: 'secret' }

let registries: Registries
let own: Repository
let name: string
let count = 0

beforeAll(async () => void (registries = await startRegistries()))
afterAll(() => registries.close())
beforeEach(() => {
  name = `web-${(count += 1)}`
  own = registries.repository(`a.test/${name}`)
  own.immutable = true
  registries.requests.length = 0
  registries.faults.length = 0
})

const artifacts = () => httpArtifacts({ fetch: registries.fetch, clock: fakeClock() })

function image(): string {
  const bytes = Buffer.from(JSON.stringify({ name }))
  own.manifests.set(digestOf(bytes), { type: OCI, bytes })
  return digestOf(bytes)
}

function put(changes: Partial<Artifact> = {}) {
  const usual = { registry: 'a.test', repository: name, tag: 'release-1', type: 'x/type', textType: 'x/type+json', text: '{"ünï":1}' }
  return artifacts().put({ ...usual, subject: undefined, ...changes }, CREDENTIALS)
}

const read = (digest: string) => artifacts().read(parseImage(`a.test/${name}@${digest}`), CREDENTIALS)

async function kept(changes: Partial<Artifact> = {}): Promise<string> {
  const answer = await put(changes)
  if (answer.kind !== 'kept') throw new Error(answer.kind)
  return answer.digest
}

describe('an artifact', () => {
  test.each([1, 4])('is pushed again if the registry loses an accepted blob %d times', async (times) => {
    const unknown: Registries['faults'][0] = [
      /^PUT .*manifests/,
      (request, response) =>
        void request.resume().on('end', () => response.writeHead(400).end('{"errors":[{"code":"MANIFEST_BLOB_UNKNOWN"}]}')),
    ]
    registries.faults.push(...Array.from({ length: times }, () => unknown))
    if (times < 4) expect(await kept()).toBe(digestOf(own.manifests.get('release-1')?.bytes ?? Buffer.of()))
    else await expect(put()).rejects.toMatchObject({ code: 'push-failed', message: expect.stringContaining('loses blobs') })
  })

  test('is a manifest of OCI 1.1, whose subject is the image', async () => {
    const subject = image()
    const digest = await kept({ subject })
    const stored = own.manifests.get('release-1')
    expect(stored && digestOf(stored.bytes)).toBe(digest)
    expect(stored?.type).toBe(OCI)
    expect(JSON.parse(stored?.bytes.toString() ?? '')).toEqual({
      schemaVersion: 2,
      mediaType: OCI,
      artifactType: 'x/type',
      config: { mediaType: 'application/vnd.oci.empty.v1+json', digest: digestOf(Buffer.from('{}')), size: 2 },
      layers: [{ mediaType: 'x/type+json', digest: digestOf(Buffer.from('{"ünï":1}')), size: Buffer.byteLength('{"ünï":1}') }],
      subject: { mediaType: OCI, digest: subject, size: own.manifests.get(subject)?.bytes.length },
    })
  })

  test('has no subject if somebody deleted the image', async () => {
    await kept({ subject: `sha256:${'0'.repeat(64)}` })
    expect(JSON.parse(own.manifests.get('release-1')?.bytes.toString() ?? '')).not.toHaveProperty('subject')
  })

  test('has its annotations', async () => {
    await kept({ annotations: { 'in-toto.io/predicate-type': 'x' } })
    expect(JSON.parse(own.manifests.get('release-1')?.bytes.toString() ?? '')).toMatchObject({
      annotations: { 'in-toto.io/predicate-type': 'x' },
    })
  })

  test('is read as it was pushed', async () => {
    expect(await read(await kept())).toBe('{"ünï":1}')
  })

  test('is pushed once to an immutable tag', async () => {
    const digest = await kept()
    expect(await kept()).toBe(digest)
    expect(registries.requests.filter(({ method, url }) => method === 'PUT' && url.includes('/uploads/'))).toHaveLength(2)
  })

  test('does not replace another artifact', async () => {
    await kept()
    expect(await put({ text: 'other' })).toEqual({ kind: 'taken', type: 'x/type', subject: undefined })
    const subject = image()
    await kept({ tag: 'release-2', subject })
    expect(await put({ tag: 'release-2', type: 'y/type' })).toEqual({ kind: 'taken', type: 'x/type', subject })
  })

  test('needs a repository', async () => {
    for (let n = 0; n < 2; n += 1)
      registries.faults.push([/^POST .*uploads/, (_, response) => void response.writeHead(404).end('{"errors":[{"code":"NAME_UNKNOWN"}]}')])
    expect(await put()).toEqual({ kind: 'no-repository' })
  })

  test.each([
    ['the upload', /^POST .*uploads/, 403, 'push-denied'],
    ['the blob', /^PUT .*uploads/, 400, 'push-failed'],
    ['the manifest', /^PUT .*manifests/, 405, 'push-failed'],
  ])('reports a refusal at %s', async (_, pattern, status, code) => {
    const refuse: Registries['faults'][0][1] = (request, response) =>
      void request.resume().on('end', () => response.writeHead(status).end('no room'))
    registries.faults.push([pattern, refuse], [pattern, refuse])
    await expect(put()).rejects.toMatchObject({ code, message: expect.stringContaining(`HTTP ${status} no room`) })
  })

  test('negotiates authorization once for parallel requests', async () => {
    const wanted = { 'www-authenticate': 'Basic realm="https://a.test/"' }
    for (let n = 0; n < 3; n += 1) registries.faults.push([/^(HEAD|GET) /, (_, response) => void response.writeHead(401, wanted).end()])
    await kept({ subject: image() })
    const without = registries.requests.filter(({ headers }) => headers.authorization === undefined)
    expect(without).toHaveLength(3)
  })
})

describe('reading', () => {
  test('finds nothing if the artifact is missing', async () => {
    expect(await read(`sha256:${'0'.repeat(64)}`)).toBeUndefined()
    const digest = await kept()
    own.blobs.clear()
    expect(await read(digest)).toBeUndefined()
  })

  test.each([
    ['the manifest', () => own.manifests, (digest: string) => digest],
    ['the text', () => own.blobs, () => digestOf(Buffer.from('{"ünï":1}'))],
  ] as const)('refuses %s that is not what its digest says', async (_, of, at) => {
    const digest = await kept()
    const bytes = Buffer.from('{"layers":[]}')
    of().set(at(digest), (of() === own.blobs ? bytes : { type: OCI, bytes }) as never)
    await expect(read(digest)).rejects.toMatchObject({ code: 'pull-failed', message: expect.stringContaining('it returns') })
  })

  test('names the permission that is missing', async () => {
    registries.faults.push([/manifests/, (_, response) => void response.writeHead(403).end('DENIED')])
    await expect(read(`sha256:${'0'.repeat(64)}`)).rejects.toMatchObject({ code: 'pull-denied' })
  })
})
