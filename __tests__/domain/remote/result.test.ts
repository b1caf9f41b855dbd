import { describe, expect, it } from '@jest/globals'
import { parseDeployResult, parseRemoveResult, parseStatusResult } from '../../../src/domain/remote/result.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')

describe('parseDeployResult', () => {
  it('decodes what the host reports', () => {
    const line = JSON.stringify({
      outcome: 'failed',
      cause: 'exited',
      previous: '',
      serving: 'sha256:a',
      servingRelease: 'old',
      exitCode: 3,
      healthCode: null,
      ports: [3000],
      detail: base64('it\'s "gone"'),
      evidence: { logs: base64('a\n::error::b'), health: '', host: base64('df') },
      steps: [{ name: 'pull', ms: 12 }],
    })
    expect(parseDeployResult(`${line}\nmore\n`)).toEqual({
      outcome: 'failed',
      rolledBack: false,
      manifest: undefined,
      cause: 'exited',
      previous: '',
      serving: 'sha256:a',
      servingRelease: 'old',
      exitCode: 3,
      healthCode: undefined,
      ports: [3000],
      detail: 'it\'s "gone"',
      evidence: { logs: 'a\n::error::b', health: '', host: 'df' },
      steps: [{ name: 'pull', ms: 12 }],
    })
  })

  it.each(['', 'bash: line 1: docker: command not found', '{"outcome":"deployed"', '{"outcome":"other"}', 'null', '42', '"x"'])(
    'is undefined for %j',
    (stdout) => {
      expect(parseDeployResult(stdout)).toBeUndefined()
    },
  )

  it('takes a cause that it does not know for a failure of the script', () => {
    expect(parseDeployResult('{"outcome":"failed","cause":"toString"}')?.cause).toBe('script-failed')
  })
})

describe('the results of the other scripts', () => {
  it('are told apart by their outcome', () => {
    expect(parseStatusResult('{"outcome":"status","services":[]}')).toMatchObject({ services: [] })
    expect(parseStatusResult('{"outcome":"removed"}')).toBeUndefined()
    expect(parseRemoveResult('{"outcome":"removed","removed":["x"]}')).toMatchObject({ removed: ['x'] })
    expect(parseRemoveResult('')).toBeUndefined()
  })
})
