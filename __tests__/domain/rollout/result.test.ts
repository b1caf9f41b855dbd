import { describe, expect, it } from '@jest/globals'
import { parseDeployResult, parseRemoveResult, parseStatusResult } from '../../../src/domain/rollout/result.ts'
import { fc } from '../../fakes/properties.ts'

describe('parseDeployResult', () => {
  it('reads what a host reports', () => {
    const told = {
      ...{
        previous: 'before',
        serving: 'sha256:a',
        servingRelease: 'old',
        looked: true,
        exitCode: 3,
        ports: [3000],
        detail: 'it\'s "gone"',
      },
      ...{ evidence: { logs: 'a\n::error::b', health: '', host: 'df' }, steps: [{ name: 'pull', ms: 12 }], rolledBack: false },
      ...{ findings: [{ name: 'clock', detail: 'it is off by 65 s', hint: 'Run chrony.', fatal: false }], secrets: { TOKEN: '3' } },
      volumes: [{ name: 'web.production.data', path: '/data' }],
    }
    const line = JSON.stringify({ outcome: 'failed', cause: 'exited', healthCode: null, document: null, canary: null, ...told })
    expect(parseDeployResult(`${line}\nmore\n`)).toEqual({
      ...{ outcome: 'failed', cause: 'exited', healthCode: undefined, served: undefined, canary: undefined },
      ...told,
    })
  })

  it('reads what serves, and how a canary is', () => {
    const document = { name: 'r1', digest: 'sha256:a' }
    const canary = { share: 10, step: 0, health: 'unhealthy', counters: null }
    expect(parseDeployResult(JSON.stringify({ outcome: 'canary', document, canary }))).toMatchObject({
      served: document,
      canary: { health: 'unhealthy', counters: undefined },
    })
  })

  it.each([undefined, null, 'fine', 1])('takes a canary of health %j for unhealthy: it must not be promoted', (health) => {
    expect(parseDeployResult(JSON.stringify({ outcome: 'canary', canary: { health } }))?.canary).toMatchObject({ health: 'unhealthy' })
  })

  it.each(['', 'bash: line 1: python3: command not found', '{"outcome":"deployed"', '{"outcome":"other"}', 'null', '42', '"x"'])(
    'is undefined for %j',
    (stdout) => {
      expect(parseDeployResult(stdout)).toBeUndefined()
    },
  )

  it('drops a step that took longer than a day: times are added to it, and recorded', () => {
    const steps = [1e308, 1e308, 86_400_001, -1, 5].map((ms) => ({ name: 'pull', ms }))
    expect(parseDeployResult(JSON.stringify({ outcome: 'deployed', steps }))?.steps).toEqual([{ name: 'pull', ms: 5 }])
  })

  it('takes a cause that it does not know for a failure of the program', () => {
    expect(parseDeployResult('{"outcome":"failed","cause":"toString"}')?.cause).toBe('program-failed')
  })
})

describe('the other results', () => {
  it('have only times that there can be', () => {
    const certificates = [1e300, 8.64e12, -1, null].map((expires) => ({ name: 'shop.example.com', issuer: '', expires }))
    const services = [{ service: 'web.production', certificates, canary: { release: 'r', share: 10, since: 1e300 } }]
    const [service] = parseStatusResult(JSON.stringify({ outcome: 'status', services }))?.services ?? []
    expect(service?.certificates?.map(({ expires }) => expires)).toEqual([8.64e12, null])
    expect(service?.canary).toBeNull()
  })

  it.each([
    ['a tab', { name: 'web.production.data', path: '/a\tb', bytes: 7 }, { path: '/a\uFFFDb', bytes: 7 }],
    ['a line separator', { name: '/srv/a\u2028b', path: '/a', bytes: 7 }, { name: '/srv/a\uFFFDb' }],
    ['a long path', { name: 'web.production.data', path: `/${'a'.repeat(3000)}`, bytes: 7 }, { path: `/${'a'.repeat(1023)}` }],
    ['a size that there cannot be', { name: 'web.production.data', path: '/a', bytes: -1 }, { path: '/a', bytes: null }],
  ])('have all data of a host, even with %s, so that none is lost unseen', (_, volume, expected) => {
    const services = [{ service: 'web.production', volumes: [volume] }]
    const status = parseStatusResult(JSON.stringify({ outcome: 'status', services }))
    expect(status?.services[0]?.volumes).toEqual([expect.objectContaining(expected)])
    expect(parseDeployResult(JSON.stringify({ outcome: 'deployed', volumes: [volume] }))?.volumes).toHaveLength(1)
  })

  it.each([[[{ name: 'web.production.data' }]], [['/data']], ['/data'], [null]])('are rejected with unreadable data: %j', (volumes) => {
    const services = [{ service: 'web.production', volumes }]
    expect(parseStatusResult(JSON.stringify({ outcome: 'status', services }))).toBeUndefined()
  })

  it('are distinguished by their outcome', () => {
    expect(parseStatusResult('{"outcome":"status","services":[]}')).toMatchObject({ services: [] })
    expect(parseStatusResult('{"outcome":"removed"}')).toBeUndefined()
    expect(parseRemoveResult('{"outcome":"removed","removed":["x"]}')).toMatchObject({ removed: ['x'] })
    expect(parseRemoveResult('')).toBeUndefined()
  })
})

const NAMES = [
  ...['services', 'service', 'releases', 'release', 'findings', 'volumes', 'canary', 'counters', 'evidence', 'document', 'name', 'digest'],
  ...['steps', 'secrets', 'ports', 'previous', 'serving', 'removed', 'kept', 'cause', 'detail', 'docker', '__proto__', 'toString'],
]

/** JSON in which the names that results have stand for anything. */
const hostile = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, -1, 1e308, '', 'x\n::error::y', '\u2028', '<script>'),
    fc.string(),
    tie('list'),
    tie('map'),
  ),
  list: fc.array(tie('any'), { maxLength: 4 }),
  map: fc.dictionary(fc.oneof(fc.constantFrom(...NAMES), fc.string()), tie('any'), { maxKeys: 8 }),
}))

const answers = (outcomes: readonly string[]) =>
  fc.tuple(hostile.map, fc.constantFrom(...outcomes)).map(([map, outcome]) => JSON.stringify({ ...(map as object), outcome }))

/** All texts in a value. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

describe('what a hostile host answers', () => {
  it('is read as a result with every part that one has, or not at all', () => {
    fc.assert(
      fc.property(answers(['deployed', 'failed', 'canary']), (stdout) => {
        const result = parseDeployResult(stdout)!
        expect(Array.isArray(result.findings) && Array.isArray(result.volumes) && Array.isArray(result.steps)).toBe(true)
        const { evidence: _, detail: __, findings: ___, ...told } = result
        // Evidence and details are shown as what they are; all else is a name, which has one line.
        expect(textsIn(told).filter((text) => /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text))).toEqual([])
      }),
    )
  })

  it('is a status only where all of its services can be told apart', () => {
    fc.assert(
      fc.property(answers(['status']), (stdout) => {
        for (const service of parseStatusResult(stdout)?.services ?? []) {
          expect(service.service).toMatch(/^[^\p{Cc}]*$/u)
          expect([service.releases, service.drift, service.volumes].every(Array.isArray)).toBe(true)
          expect(typeof service.running).toBe('boolean')
        }
      }),
    )
    expect(parseStatusResult('{"outcome":"status","services":[{"service":"web.production"},{}]}')).toBeUndefined()
  })

  it('removes nothing but names', () => {
    fc.assert(fc.property(answers(['removed']), (stdout) => parseRemoveResult(stdout)!.removed.every((name) => !/\n/.test(name))))
  })

  it('is cut to what a page can hold', () => {
    const many = Array.from({ length: 5000 }, (_, at) => ({ name: `v${at}`, path: '/x' }))
    expect(parseDeployResult(JSON.stringify({ outcome: 'deployed', volumes: many, steps: many }))?.volumes).toHaveLength(1000)
  })
})
