import { expect, test } from '@jest/globals'
import { checkEnvironment } from '../../../src/domain/checkup/environment-rules.ts'
import type { BranchRule, EnvironmentRules } from '../../../src/domain/checkup/environment-rules.ts'

const RULES: EnvironmentRules = { reviewers: [], selfReview: true, waitMinutes: 0, branches: { kind: 'named', patterns: ['main'] } }
const named = (...patterns: readonly string[]): BranchRule => ({ kind: 'named', patterns })

test.each<[BranchRule, string, string]>([
  [{ kind: 'all' }, 'warning', 'every branch'],
  [{ kind: 'protected', none: false }, 'ok', 'protected branches can deploy to production'],
  [{ kind: 'protected', none: true }, 'warning', 'protects none'],
  [named(), 'failed', 'no branch and no tag'],
  [named('main', 'tag v*'), 'ok', 'main, tag v* can deploy'],
  [named('release/*'), 'ok', 'release/*'],
  [named('main', '*'), 'warning', 'the rule * lets nearly every branch'],
  [named('*/*'), 'warning', 'nearly every branch'],
  [named('**'), 'warning', 'nearly every branch'],
])('%j is %s', (branches, state, words) => {
  expect(checkEnvironment('production', { ...RULES, branches })[0]).toMatchObject({ state, detail: expect.stringContaining(words) })
})

test.each<[Partial<EnvironmentRules>, string]>([
  [{}, 'a deploy to production starts without an approval'],
  [{ waitMinutes: 30 }, 'a deploy to production starts without an approval, after 30 minutes'],
  [{ reviewers: ['ada', 'ops'], selfReview: false }, 'a deploy to production waits for an approval by ada or ops'],
  [{ reviewers: ['ada'] }, 'a deploy to production waits for an approval by ada, also those who started it'],
])('%j tells who approves', (changed, detail) => {
  expect(checkEnvironment('production', { ...RULES, ...changed })[1]).toEqual({ area: 'Environment', state: 'ok', detail })
})

test('an environment that does not exist has no rules', () => {
  expect(checkEnvironment('staging', undefined)).toMatchObject([{ state: 'warning', fix: expect.stringContaining('environment: staging') }])
})
