import { describe, expect, it } from '@jest/globals'
import { previewAct, readPullRequestEvent } from '../../../src/domain/preview/pull-request.ts'
import type { PullRequestEvent } from '../../../src/domain/preview/pull-request.ts'

const HEAD = 'a'.repeat(40)
const BASE = 'b'.repeat(40)

function payload(changed: object = {}, request: object = {}): string {
  const repo = { full_name: 'acme/web' }
  const pull = { number: 12, title: '$(id)', head: { sha: HEAD, ref: '`id`', repo }, base: { sha: BASE, repo }, ...request }
  return JSON.stringify({ action: 'opened', pull_request: pull, ...changed })
}

describe('the event of a pull request', () => {
  it('is read without what its author wrote', () => {
    expect(readPullRequestEvent('pull_request', payload())).toEqual({
      name: 'pull_request',
      action: 'opened',
      number: 12,
      fork: false,
      head: HEAD,
      base: BASE,
      label: undefined,
    })
  })

  it.each([
    ['another repository', { sha: HEAD, repo: { full_name: 'mallory/web' } }],
    ['one that was deleted', { sha: HEAD, repo: null }],
  ])('from %s is one of a fork', (_, head) => {
    expect(readPullRequestEvent('pull_request', payload({}, { head }))?.fork).toBe(true)
  })

  it('has a label only where that is what happened', () => {
    const label = { name: 'preview' }
    expect(readPullRequestEvent('pull_request_target', payload({ action: 'labeled', label }))?.label).toBe('preview')
    expect(readPullRequestEvent('pull_request_target', payload({ action: 'unlabeled', label }))?.label).toBeUndefined()
  })

  it.each([
    ['nothing', ''],
    ['a push', JSON.stringify({ after: HEAD })],
    ['a number that is none', payload({}, { number: 0 })],
    ['a number with a path', payload({}, { number: '12/../..' })],
    ['a commit that is none', payload({}, { head: { sha: '$(id)', repo: null } })],
    ['an action of several lines', payload({ action: 'a\nb' })],
  ])('is not %s', (_, text) => {
    expect(readPullRequestEvent('push', text)).toBeUndefined()
  })
})

const event = (changed: Partial<PullRequestEvent>): PullRequestEvent => ({
  ...{ name: 'pull_request', action: 'synchronize', number: 12, fork: false, head: HEAD, base: BASE, label: undefined },
  ...changed,
})
const target = (changed: Partial<PullRequestEvent>): PullRequestEvent => event({ name: 'pull_request_target', fork: true, ...changed })

describe('what a run does about a preview', () => {
  it.each([
    ['serves a new commit', event({}), undefined, 'serve'],
    ['removes it once it is closed', event({ action: 'closed' }), undefined, 'remove'],
    ['serves what a label was set for', target({ action: 'labeled', label: 'preview' }), 'preview', 'serve'],
    ['removes a closed one of a fork', target({ action: 'closed' }), undefined, 'remove'],
  ] as const)('%s', (_, happened, label, act) => {
    expect(previewAct(happened, label)).toBe(act)
  })

  it.each([
    ['a fork', event({ fork: true }), 'preview', 'from a fork'],
    ['a closed one of a fork without credentials', event({ fork: true, action: 'closed' }), 'preview', 'from a fork'],
    ['a push after the label', target({ action: 'synchronize' }), 'preview', 'only when its label is set'],
    ['another label', target({ action: 'labeled', label: 'bug' }), 'preview', 'only when its label is set'],
    ['a label where none is asked for', target({ action: 'labeled', label: 'preview' }), undefined, 'only when its label is set'],
    ['a branch of this repository, which has pull_request', target({ fork: false }), undefined, 'only when its label is set'],
  ])('refuses %s', (_, happened, label, reason) => {
    expect(previewAct(happened, label)).toMatchObject({
      kind: 'refuse',
      reason: expect.stringContaining(reason),
      hint: expect.stringContaining('previews.md'),
    })
  })
})
