import { expect, test } from '@jest/globals'
import { approversOf, refusePullRequest, refusePush, takesCode } from '../../../src/domain/comment/guards.ts'
import type { PullRequestHead, Review } from '../../../src/domain/comment/guards.ts'
import { isPermitted, LEVELS, levelOf } from '../../../src/domain/comment/permission.ts'
import { WORDS } from '../../../src/domain/comment/request.ts'
import { fc } from '../../fakes/properties.ts'

const HEAD: PullRequestHead = {
  isOpen: true,
  isDraft: false,
  authorId: 2,
  commit: 'a'.repeat(40),
  branch: 'feature',
  repository: 'acme/web',
}
const POLICY = { repository: 'acme/web', allowForks: false }

test.each([
  ['admin', true, 'admin'],
  ['admin', false, 'admin'],
  ['write', true, 'maintain'],
  ['write', false, 'write'],
  ['read', true, undefined],
  ['read', false, undefined],
  ['none', true, undefined],
  ['Admin', true, undefined],
  ['a custom role', true, undefined],
  ['', true, undefined],
])('the permission %j (maintain: %s) is %s', (permission, maintains, level) => {
  expect(levelOf(permission, maintains)).toBe(level)
})

test('a higher permission counts, a lower one never, and neither that of another account', () => {
  const found = LEVELS.flatMap((level) => LEVELS.map((needed) => isPermitted({ login: 'ada', id: 1 }, { id: 1, level }, needed)))
  expect(found).toEqual([true, false, false, true, true, false, true, true, true])
  for (const needed of LEVELS) {
    expect(isPermitted({ login: 'ada', id: 1 }, { id: 1, level: undefined }, needed)).toBe(false)
    expect(isPermitted({ login: 'ada', id: 1 }, { id: 9, level: 'admin' }, needed)).toBe(false)
  }
})

test('only plan and deploy take code', () => {
  expect(WORDS.filter(takesCode)).toEqual(['plan', 'deploy'])
})

test.each<[string, Partial<PullRequestHead>]>([
  ['is closed', { isOpen: false }],
  ['was deleted', { repository: undefined }],
  ['comes from a fork', { repository: 'ben/web' }],
  ['comes from a fork', { repository: 'acme/web2' }],
  ['is a draft', { isDraft: true }],
])('one that %s is not deployed', (reason, changes) => {
  expect(refusePullRequest('deploy', { ...HEAD, ...changes }, POLICY)?.reason).toContain(reason)
})

test('a draft can be planned, and a deleted fork cannot even where forks are allowed', () => {
  expect(refusePullRequest('plan', { ...HEAD, isDraft: true }, POLICY)).toBeUndefined()
  expect(refusePullRequest('plan', { ...HEAD, repository: 'ben/web' }, { ...POLICY, allowForks: true })).toBeUndefined()
  expect(refusePullRequest('plan', { ...HEAD, repository: undefined }, { ...POLICY, allowForks: true })?.reason).toContain('was deleted')
})

test('a commit counts only if its push is known to be older than the comment', () => {
  const time = fc.integer({ min: 0, max: 5 })
  const commit = fc.constantFrom(HEAD.commit, 'b'.repeat(40))
  const push = fc.option(fc.record({ commit, at: time, actorId: fc.constant(3) }), { nil: undefined })
  fc.assert(
    fc.property(push, time, (last, writtenAt) => {
      const counts = last !== undefined && last.commit === HEAD.commit && last.at < writtenAt
      expect(refusePush(HEAD, last, writtenAt) === undefined).toBe(counts)
    }),
  )
})

test('whatever the reviews are, who approved wrote a last decision that approves this commit, and had no part in it', () => {
  const review = fc.record<Review>({
    reviewer: fc.option(
      fc.integer({ min: 1, max: 5 }).map((id) => ({ id, login: `user-${id}` })),
      { nil: undefined },
    ),
    state: fc.constantFrom('APPROVED', 'CHANGES_REQUESTED', 'DISMISSED', 'COMMENTED', 'PENDING'),
    commit: fc.constantFrom(HEAD.commit, 'b'.repeat(40), undefined),
  })
  const decides = ({ state }: Review): boolean => state !== 'COMMENTED' && state !== 'PENDING'
  const push = { commit: HEAD.commit, at: 0, actorId: 3 }
  fc.assert(
    fc.property(fc.array(review, { maxLength: 12 }), (reviews) => {
      const approvers = approversOf(reviews, HEAD, push).map(({ id }) => id)
      const expected = [1, 2, 3, 4, 5].filter((id) => {
        const last = reviews.findLast((one) => one.reviewer?.id === id && decides(one))
        return last?.state === 'APPROVED' && last.commit === HEAD.commit && id !== HEAD.authorId && id !== push.actorId
      })
      expect(approvers.toSorted((a, b) => a - b)).toEqual(expected)
    }),
  )
})
