import { describe, expect, it } from '@jest/globals'
import { shell } from './shell.ts'

const slot = (id: string, release: string, service = 'web') =>
  `${id}|/n|exited|0|${service}|${release}|sha256:${release}|img|10.0.0.1||no|slot`

/** What goes, of slots of the releases a to e and one of another service. */
function plan(serves: string, keep: number, left = ''): string {
  const containers = ['a', 'b', 'c', 'd', 'e'].map((release) => slot(`id-${release}`, release))
  const code = `FIELD=([service]=web [digest]=sha256:x); LINE=(a b c d e) LEFT=' ${left}'; CONTAINERS=$1; SLOT_ID=id-${serves}
prune_plan ${serves} ${keep}; printf '%s ' "\${GONE[@]}"; printf '/ %s' "$KEPT_DIGESTS"`
  return shell(code, { args: [[...containers, slot('id-api', 'a', 'api'), slot('id-was', serves)].join('\n')] }).stdout
}

describe('pruning', () => {
  it('keeps what serves, the way back, and then the newest', () => {
    expect(plan('e', 3)).toBe('id-a id-b id-was / sha256:x sha256:c sha256:d sha256:e sha256:a')
    expect(plan('e', 5)).toMatch(/^id-was \//)
  })

  it('keeps the way back even when all between were left', () => {
    expect(plan('e', 2, 'b c d ')).toMatch(/^id-b id-c id-d id-was \/ sha256:x sha256:a sha256:e/)
    expect(plan('b', 3, 'c d e ')).toMatch(/^id-c id-d id-was \//)
  })

  it.each([
    [0, 0, 'fits'],
    [100_000_000, 499_999_999, '499 MB are free, and an image of 100 MB (compressed) needs 500 MB'],
    [100_000_000, 500_000_000, 'fits'],
    [5_000_000_000, 15_200_000_000, 'fits'],
  ])('an image of %i bytes and %i free: %s', (bytes, free, words) => {
    const code = `FIELD=([service]=web [image_bytes]=${bytes} [digest]=d); LIVE_RELEASE=''; images_prune() { :; }
disk_make_room && echo fits || echo "$PULL_WORDS"`
    expect(shell(code, { commands: { df: `printf 'Avail\\n ${free}\\n'`, docker: 'echo /' } }).stdout).toBe(`${words}\n`)
  })
})
