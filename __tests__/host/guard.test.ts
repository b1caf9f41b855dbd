import { describe, expect, it } from '@jest/globals'
import { shell } from './shell.ts'

/** What the host says to an order of r9 that was given when `base` was seen as live, while `live` is. */
function guard(base: string, live: string): string {
  const code = `FIELD=([base]=$1 [release]=r9); LIVE_RELEASE=$2 LIVE_ID=id; fail() { printf '%s: %s' "$1" "$2"; }; guard`
  return shell(code, { args: [base, live], commands: { docker: 'echo commit' } }).stdout
}

describe('the guard of the order of releases', () => {
  it.each([
    ['r1', 'r1'],
    ['r1 r2', 'r2'],
    ['r1 r2 r3', 'r2'],
    ['*', 'r1'],
    ['', ''],
    ['r1', ''],
    ['r1', 'r9'],
  ])('seen %j, live %j: goes on', (base, live) => {
    expect(guard(base, live)).toBe('')
  })

  it.each([
    ['', 'r1'],
    ['r1', 'r2'],
    ['r1 r2', 'r3'],
    ['r10 r2', 'r1'],
    ['r1 r2', 'r1 r2x'],
  ])('seen %j, live %j: names what is live', (base, live) => {
    expect(guard(base, live)).toBe(`moved-on: ${live} commit`)
  })
})
