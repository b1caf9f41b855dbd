import { expect, it } from '@jest/globals'
import { reportComment } from '../../../src/report/pages/preview.ts'
import { readJob } from '../../fakes/read-config.ts'
import { COMMIT, SERVICE } from '../../fakes/samples.ts'

it('a preview of any commits has a comment that GitHub takes', () => {
  const env = { GITHUB_REPOSITORY: 'acme/web', GITHUB_SHA: COMMIT, GITHUB_RUN_ID: '7', GITHUB_SERVER_URL: 'https://github.com' }
  const run = { number: 12, repository: 'acme/web', act: 'serve', head: COMMIT, base: '', onlyHead: false, limit: 5 } as const
  const report = { outcome: 'deployed', headline: 'x', outputs: { url: 'http://203.0.113.7' }, facts: [] } as const
  const commits = Array.from({ length: 250 }, () => ({ sha: COMMIT, title: '|'.repeat(200), author: '#'.repeat(200) }))
  const comparison = { relation: 'ahead', commits } as const
  const text = reportComment({ service: SERVICE, job: readJob(env) }, { run, report, comparison, at: '2026-11-27T12:00:00Z' })
  expect(text.length).toBeLessThan(65_000)
  expect(text.match(/<details/g)).toHaveLength(text.match(/<\/details>/g)!.length)
})
