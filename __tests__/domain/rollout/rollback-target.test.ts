import { describe, expect, it } from '@jest/globals'
import { rollbackTarget } from '../../../src/domain/rollout/rollback-target.ts'
import { aServiceStatus } from '../../fakes/samples.ts'
import type { HostView } from '../../../src/domain/rollout/rollback-target.ts'

/** `line`: what the host has verified, newest first; `*` marks what it serves, `-` what it was rolled back from. */
function host(hostId: string, line: string): HostView {
  const names = line.split(' ').filter((name) => name !== '')
  const releases = names.map((name) => ({
    release: name.replace(/[*-]/, ''),
    container: true,
    image: true,
    active: name.startsWith('*'),
    left: name.startsWith('-'),
  }))
  const release = releases.find(({ active }) => active)?.release ?? ''
  return { hostId, status: aServiceStatus({ release, serving: '', releases }) }
}

describe('the release that several hosts return to', () => {
  it.each<[string, string, readonly string[], string, string]>([
    ['all alike', '', ['*r3 r2 r1', '*r3 r2 r1'], 'r2', 'r3'],
    ['after a rollback it goes further back', '', ['-r3 *r2 r1', '-r3 *r2 r1'], 'r1', 'r2'],
    ['a run was killed between two hosts', '', ['*r3 r2 r1', '*r2 r1', '*r2 r1'], 'r2', 'r3 r2'],
    ['one host has served what the others never did', '', ['*r4 r3 r2', '*r4 r2', '*r4 r2'], 'r2', 'r4'],
    ['a rollback was killed between two hosts', '', ['-r3 *r2 r1', '*r3 r2 r1'], 'r2', 'r2 r3'],
    ['a host has nothing live', '', ['*r2 r1', 'r1'], 'r1', 'r2'],
    ['one is named', 'r1', ['*r3 r2 r1', '*r3 r2 r1'], 'r1', 'r3'],
  ])('%s', (_, asked, lines, release, serving) => {
    const views = lines.map((line, at) => host(`i-${at + 1}`, line))
    expect(rollbackTarget(asked, views)).toEqual({ kind: 'target', release, serving: serving.split(' '), strangers: [] })
  })

  it.each<[string, string, readonly HostView[], string, readonly string[]]>([
    ['a host that joined later', '', [host('i-1', '*r2 r1'), host('i-2', '*r2')], 'r1', ['i-2']],
    ['a name that nobody knows any more', 'r9', [host('i-1', '*r2 r1'), host('i-2', '*r2 r1')], 'r9', ['i-1', 'i-2']],
  ])('has to be brought to %s', (_, asked, views, release, strangers) => {
    expect(rollbackTarget(asked, views)).toMatchObject({ kind: 'target', release, strangers })
  })

  it.each<[string, string, readonly HostView[], string]>([
    ['no way back', '', [host('i-1', '*r1'), host('i-2', '*r1')], 'the hosts have no common release before the live one'],
    ['hosts that went apart', '', [host('i-1', '*r2 r1'), host('i-2', '*r3 r1')], 'the hosts have no common release before the live one'],
    [
      'a silent host',
      '',
      [host('i-1', '*r2 r1'), { hostId: 'i-2', status: 'SSM cannot reach the host' }],
      'i-2: SSM cannot reach the host',
    ],
  ])('is refused for %s', (_, asked, views, reason) => {
    expect(rollbackTarget(asked, views)).toMatchObject({ kind: 'refuse', reason })
  })
})
