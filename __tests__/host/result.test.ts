import { describe, expect, it } from '@jest/globals'
import { scratch, shell } from './shell.ts'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const HOSTILE = `"quotes" \\ 'single'\n$(id) \`id\` ünïcode 🚀\t::error::\u0001\u0000`.replace('\u0000', '')

interface Result {
  readonly detail: string
  readonly evidence: { readonly logs: string; readonly health: string; readonly host: string }
  readonly steps: readonly { readonly name: string; readonly ms: number }[]
  readonly ports: readonly number[]
}

function decoded(text: string): string {
  return Buffer.from(text, 'base64').toString()
}

describe('a result', () => {
  it('is JSON whatever the texts are', () => {
    const code = `RESULT[outcome]=failed RESULT[cause]=exited RESULT[release]='a"b\\c' RESULT[exitCode]=194 RESULT[ports]=3000,80
RESULT[detail]=$1 RESULT[logs]=$1 RESULT[health]=$1 RESULT[host]=$1
step one; step two; step_end; result_json`
    const { stdout, stderr } = shell(code, { args: [HOSTILE] })
    expect(stderr).toBe('')
    const result = JSON.parse(stdout.slice(stdout.indexOf('{'))) as Result
    expect(result).toMatchObject({
      outcome: 'failed',
      cause: 'exited',
      release: 'abc',
      previous: '',
      serving: '',
      exitCode: 194,
      healthCode: null,
      ports: [3000, 80],
      replayed: false,
    })
    expect(decoded(result.detail)).toBe(HOSTILE.replaceAll(/[\n\t]/g, ' '))
    expect(Object.values(result.evidence).map(decoded)).toEqual([HOSTILE, HOSTILE, HOSTILE])
    expect(result.steps.map(({ name }) => name)).toEqual(['one', 'two'])
  })

  it('stays below what Run Command keeps, with its line of JSON whole', () => {
    const log = join(scratch(), 'log')
    writeFileSync(log, `${'x'.repeat(99)}\n`.repeat(50_000))
    const code = `RESULT[logs]=$(head -c 99999 "$1") RESULT[detail]=\${RESULT[logs]} RESULT[health]=\${RESULT[logs]} RESULT[host]=\${RESULT[logs]}
for ((i = 0; i < 20; i++)); do step "step-$i"; done >/dev/null; step_end
LOG=$1; publish "$(result_json)" 3>&1`
    const { stdout } = shell(code, { args: [log] })
    const [line = ''] = stdout.split('\n', 1)
    expect(line.length).toBeLessThan(14_000)
    expect(stdout.length).toBeLessThan(24_000)
    expect(stdout.length).toBeGreaterThan(20_000)
    expect(decoded((JSON.parse(line) as Result).evidence.logs)).toHaveLength(6144)
  })

  it('comes even when a defect ends the script', () => {
    const { status, stdout } = shell(`exec 3>&1 >/dev/null 2>&1; trap publish_at_exit EXIT; step start; echo "$no_such_name"`)
    expect(status).toBe(1)
    const result = JSON.parse(stdout.split('\n', 1)[0] ?? '') as Result
    expect(result).toMatchObject({ outcome: 'failed', cause: 'script-failed' })
    expect(decoded(result.detail)).toBe('the script ended in step start')
  })
})
