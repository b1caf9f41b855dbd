import { describe, expect, it } from '@jest/globals'
import { parseDeployResult, parseRemoveResult, parseStatusResult } from '../../../src/domain/rollout/result.ts'

describe('parseDeployResult', () => {
  it('reads what a host reports', () => {
    const told = {
      ...{ previous: 'before', serving: 'sha256:a', servingRelease: 'old', exitCode: 3, ports: [3000], detail: 'it\'s "gone"' },
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

  it.each(['', 'bash: line 1: python3: command not found', '{"outcome":"deployed"', '{"outcome":"other"}', 'null', '42', '"x"'])(
    'is undefined for %j',
    (stdout) => {
      expect(parseDeployResult(stdout)).toBeUndefined()
    },
  )

  it('takes a cause that it does not know for a failure of the program', () => {
    expect(parseDeployResult('{"outcome":"failed","cause":"toString"}')?.cause).toBe('program-failed')
  })
})

describe('the other results', () => {
  it('are told apart by their outcome', () => {
    expect(parseStatusResult('{"outcome":"status","services":[]}')).toMatchObject({ services: [] })
    expect(parseStatusResult('{"outcome":"removed"}')).toBeUndefined()
    expect(parseRemoveResult('{"outcome":"removed","removed":["x"]}')).toMatchObject({ removed: ['x'] })
    expect(parseRemoveResult('')).toBeUndefined()
  })
})
