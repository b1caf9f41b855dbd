import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { commandSize, tooLarge } from '../../../src/domain/order/command-size.ts'
import { LIMIT } from '../../../src/domain/order/host-command.ts'
import { deployOrder } from '../../../src/domain/order/deploy-order.ts'
import type { DeployOrder } from '../../../src/domain/order/deploy-order.ts'
import { hostOrder } from '../../../src/domain/order/order.ts'
import type { Specification } from '../../../src/domain/release/spec.ts'
import { aRelease, DIGEST, SERVICE } from '../../fakes/samples.ts'

const SPEC = { id: 'o-1', service: SERVICE, region: 'us-east-1', runUrl: 'https://github.com/octo/web/actions/runs/123456789', token: 7 }

/** Letters and digits that do not compress, the same at each run. */
function random(length: number, seed: string): string {
  const texts = Array.from({ length: Math.ceil(length / 40) }, (_, at) => createHash('sha512').update(`${seed} ${at}`).digest('base64'))
  return texts
    .map((text) => text.replaceAll(/[+/=]/g, '').slice(0, 40))
    .join('')
    .slice(0, length)
}

const named = (count: number, name: string, value: (at: number) => string): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`${name}_${at}`, value(at)]))

function deploy(changes: Partial<Specification>): DeployOrder {
  const release = aRelease()
  return deployOrder({
    ...SPEC,
    release: { ...release, spec: { ...release.spec, ...changes } },
    image: { reference: `registry.example/web/production@${DIGEST}`, digest: DIGEST, login: 'registry.example', built: true, bytes: 1000 },
    ...{
      canaryShare: undefined,
      vpc: [],
      leased: true,
      base: ['old'],
      hosts: 1,
      volumeData: [],
      now: 1,
      seed: undefined,
    },
    ...{
      drainTimeout: 2.5,
      certificateTimeout: 60,
      keep: 3,
      proxyImage: { reference: 'caddy:2', given: false },
      network: { subnet: undefined, avoid: ['10.0.0.0/16'] },
    },
    bake: { time: 1.5, maxErrorShare: 0.1 },
  })
}

/** SSM's limit for a document with its parameters, in bytes. */
const ROOM = 64 * 1024

const DOCUMENTED = {
  env: named(70, 'NAME', (at) => random(200, `value ${at}`)),
  secrets: named(20, 'SECRET', (at) => `ssm:/web/production/SECRET_${at}`),
}

describe('a command', () => {
  it('leaves a third of the room at the largest configuration that is documented', () => {
    expect(ROOM - commandSize(deploy(DOCUMENTED))).toBeGreaterThan(ROOM / 3)
  })

  it.each([
    ['the largest configuration that is documented', deploy(DOCUMENTED)],
    ['a long text that compresses well', deploy({ env: { PLAIN: 'a'.repeat(200_000) } })],
    ['an order without a release', hostOrder('status', SPEC)],
  ])('is small enough with %s', (_, order) => {
    expect(tooLarge(order)).toBeUndefined()
  })

  it('names what takes the room, most of it first', () => {
    const found = tooLarge(
      deploy({
        env: { SMALL: 'x', LARGE: random(40_000, 'large'), PLAIN: 'a'.repeat(90_000), MEDIUM: random(20_000, 'medium') },
        args: ['--key', random(3_000, 'args')],
      }),
    )
    expect(found?.bytes).toBeGreaterThan(LIMIT)
    expect(found?.largest.map(({ name }) => name).slice(0, 3)).toEqual(['env LARGE', 'env MEDIUM', 'args'])
    expect(found?.largest[0]?.bytes).toBeGreaterThan(35_000)
    expect(found?.largest[2]?.bytes).toBeLessThan(4_000)
  })

  it('names an option by its input', () => {
    const labels = named(100, 'label', (at) => random(700, `label ${at}`))
    expect(tooLarge(deploy({ labels }))?.largest[0]).toMatchObject({ name: 'labels' })
  })
})
