import type { Context } from '../../../src/context.ts'
import { DeployError } from '../../../src/errors.ts'
import { DIGEST } from '../samples.ts'
import type { World } from '../world.ts'
import { createHash } from 'node:crypto'

/** The image: its build, its registry, and what proves its origin. */
export function imagePorts(
  world: World,
): Pick<Context, 'repositories' | 'registry' | 'artifacts' | 'attestations' | 'bundleVerifier' | 'scans' | 'builder' | 'checkout'> {
  return {
    repositories: repositoriesOf(world),
    registry: registryOf(world),
    artifacts: artifactsOf(world),
    attestations: attestationsOf(world),
    bundleVerifier: { check: async (text) => world.checks(text) },
    scans: { find: async (_, digest) => world.scan(digest) },
    builder: builderOf(world),
    checkout: checkoutOf(world),
  }
}

function repositoriesOf(world: World): Context['repositories'] {
  const { done, images } = world
  return {
    find: async (_, tag) => {
      const digest = images.get(tag)
      return digest === undefined ? { kind: 'no-image' } : { kind: 'image', digest }
    },
    newest: async (_, all) => {
      const tag = all.findLast((one) => images.has(one))
      return tag === undefined ? { kind: 'no-image' } : { kind: 'image', tag, digest: images.get(tag) ?? '' }
    },
    tags: async (_, digest) => [...images].flatMap(([tag, tagged]) => (tagged === digest ? [tag] : [])),
    ensure: async (name) => void done.push(`repository ${name}`),
    assertOwn: async (name) => {
      if (world.repositoryTaken) throw new DeployError('repository-taken', `The repository ${name} is not tagged`)
    },
    credentials: async () => ({ registry: 'registry.example', username: 'AWS', password: 'token' }),
    untag: async (_, tag) => images.delete(tag),
    remove: async () => true,
  }
}

function registryOf(world: World): Context['registry'] {
  const { done, images } = world
  return {
    inspect: async ({ digest }) => ({ digest: digest ?? DIGEST, platforms: ['linux/amd64', 'linux/arm64'], bytes: 1000 }),
    tag: async ({ digest = DIGEST }, tag) => {
      if (world.tagFails) throw world.tagFails
      images.set(tag, digest)
    },
    copy: async (from, to) => {
      done.push(`copy ${from.image.registry}/${from.image.repository} to ${to.image.registry}/${to.image.repository}:${to.image.tag}`)
      return { sent: 2, mounted: 0, there: 1, bytes: 1000 }
    },
  }
}

function artifactsOf(world: World): Context['artifacts'] {
  const { done } = world
  return {
    put: async ({ tag, text }) => {
      const digest = `sha256:${createHash('sha256').update(tag).digest('hex')}`
      // Describing an image runs in parallel with everything else.
      if (!world.artifacts.has(digest) && tag.startsWith('release-')) done.push(`keep ${tag.slice(0, -9)}`)
      world.artifacts.set(digest, text)
      return { kind: 'kept', digest }
    },
    read: async ({ digest = '' }) => world.artifacts.get(digest),
  }
}

function attestationsOf(world: World): Context['attestations'] {
  return {
    manifest: async () => '{}',
    inRegistry: async () =>
      (async function* () {
        yield world.attestations
      })(),
    onGithub: async () => [],
  }
}

function builderOf(world: World): Context['builder'] {
  const { done, images } = world
  return {
    buildAndPush: async ({ tag, platforms }) => {
      if (world.buildFails) throw world.buildFails
      done.push(`build ${platforms.join()}`)
      images.set(tag, DIGEST)
      return { digest: DIGEST, materials: [] }
    },
  }
}

function checkoutOf(world: World): Context['checkout'] {
  return {
    head: async () => ({ kind: 'commit', id: world.ctx.config.job.commit }),
    committedAt: async () => new Date('2026-01-02T03:04:05Z'),
    readme: async () => 'README.md',
    dockerfile: async () => 'FROM scratch',
    content: async () => world.content,
    sbom: async () => ({ text: '{}', type: 'application/spdx+json' }),
  }
}
