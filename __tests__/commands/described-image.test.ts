import { expect, test } from '@jest/globals'
import { deploy } from '../../src/commands/deploy.ts'
import { plan } from '../../src/commands/plan.ts'
import type { Context } from '../../src/context.ts'
import type { Artifact, Kept } from '../../src/ports/image/artifacts.ts'
import { DeployError } from '../../src/errors.ts'
import { aHost, COMMIT, DIGEST } from '../fakes/samples.ts'
import { aWorld } from '../fakes/world.ts'

const PROVENANCE = `about-${DIGEST.replace('sha256:', '').slice(0, 32)}-provenance`
const SBOM = `about-${DIGEST.replace('sha256:', '').slice(0, 32)}-sbom`

/** A deploy to a host that is there. `kept`: what is put beside images. */
function watched(
  inputs: Readonly<Record<string, string>> = {},
  answer: (artifact: Artifact) => Kept | Error | undefined = () => undefined,
) {
  const world = aWorld(inputs)
  world.hosts.push(aHost())
  const kept: Artifact[] = []
  const put: Context['artifacts']['put'] = async (artifact, credentials) => {
    const given = answer(artifact)
    if (given instanceof Error) throw given
    kept.push(artifact)
    return given ?? world.ctx.artifacts.put(artifact, credentials)
  }
  return { world, kept, ctx: { ...world.ctx, artifacts: { ...world.ctx.artifacts, put } } }
}

const about = (kept: readonly Artifact[]) => kept.filter(({ tag }) => tag.startsWith('about-')).map(({ tag }) => tag)

test('the provenance of a build is attached to the image', async () => {
  const { kept, ctx } = watched()
  await deploy(ctx)
  const artifact = kept.find(({ tag }) => tag === PROVENANCE)
  expect(artifact).toMatchObject({
    ...{ registry: 'registry.example', repository: 'web/production', subject: DIGEST, type: 'application/vnd.in-toto+json' },
    annotations: { 'in-toto.io/predicate-type': 'https://slsa.dev/provenance/v1' },
  })
  expect(JSON.parse(artifact?.text ?? '')).toMatchObject({
    subject: [{ name: 'registry.example/web/production', digest: { sha256: DIGEST.replace('sha256:', '') } }],
    predicate: { buildDefinition: { resolvedDependencies: [{ digest: { gitCommit: COMMIT } }] } },
  })
})

test('the SBOM of the job is attached, too', async () => {
  const { kept, ctx } = watched({ sbom: 'sbom.json' })
  await deploy(ctx)
  expect(about(kept)).toEqual([PROVENANCE, SBOM])
  expect(kept.find(({ tag }) => tag === SBOM)).toMatchObject({
    type: 'application/spdx+json',
    textType: 'application/spdx+json',
    text: '{}',
  })
})

test('an existing image gets no provenance, and a recorded one gets nothing', async () => {
  const { world, kept, ctx } = watched({ sbom: 'sbom.json' })
  world.images.set(COMMIT, DIGEST)
  await deploy(ctx)
  expect(about(kept)).toEqual([SBOM])
  await deploy(ctx)
  expect(about(kept)).toEqual([SBOM])
})

test('an image that another run pushed first gets no provenance', async () => {
  const { world, kept, ctx } = watched()
  const builder: Context['builder'] = {
    buildAndPush: async ({ tag }) => {
      world.images.set(tag, DIGEST)
      throw new DeployError('tag-exists', 'it is there')
    },
  }
  await deploy({ ...ctx, builder })
  expect(about(kept)).toEqual([])
})

test('an image of the input image gets nothing', async () => {
  const { kept, ctx } = watched({ image: `ghcr.io/acme/web@${DIGEST}` })
  await deploy(ctx)
  expect(about(kept)).toEqual([])
})

const TYPE = 'application/vnd.in-toto+json'
const OTHER = `sha256:${'9'.repeat(64)}`

test.each<[string, Kept | DeployError, RegExp | undefined]>([
  [
    'takes no such artifacts',
    new DeployError('push-failed', 'HTTP 405'),
    /: HTTP 405 .* Allow the push of artifacts .*, and set rebuild: true to add it\.$/,
  ],
  ['has an earlier one', { kind: 'taken', type: TYPE, subject: DIGEST }, undefined],
  ['has one of another image', { kind: 'taken', type: TYPE, subject: OTHER }, /-provenance already exists, but is .* about sha256:9/],
  [
    'has another one of the image',
    { kind: 'taken', type: 'x/y', subject: DIGEST },
    /-provenance already exists, but is x\/y about sha256:/,
  ],
  [
    'has an image there',
    { kind: 'taken', type: undefined, subject: undefined },
    /-provenance already exists, but is of no type about no image/,
  ],
])('a registry that %s fails no deploy', async (_, answer, words) => {
  const { world, ctx } = watched({}, ({ tag }) => (tag === PROVENANCE ? answer : undefined))
  expect(await deploy(ctx)).toMatchObject({ outcome: 'deployed' })
  const warned = world.log.filter((line) => line.startsWith('warning: '))
  expect(warned).toEqual(words === undefined ? [] : [expect.stringMatching(words)])
})

test('an invalid SBOM is refused before any build, and a plan needs none', async () => {
  const wrong = new DeployError('inputs', 'sbom: /w/sbom.json cannot be read')
  const sbom = () => Promise.reject(wrong)
  const { world, ctx } = watched({ sbom: 'sbom.json' })
  await expect(deploy({ ...ctx, checkout: { ...ctx.checkout, sbom } })).rejects.toBe(wrong)
  expect(world.done.filter((line) => line.startsWith('build'))).toEqual([])
  const planned = aWorld({ command: 'plan', sbom: 'sbom.json' })
  planned.hosts.push(aHost())
  await expect(plan({ ...planned.ctx, checkout: { ...planned.ctx.checkout, sbom } })).resolves.toMatchObject({ outcome: 'planned' })
})
