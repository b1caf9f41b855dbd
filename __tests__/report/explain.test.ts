import { expect, it } from '@jest/globals'
import { readConfig } from '../fakes/read-config.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { explain, ofService, reportOfError } from '../../src/report/explain.ts'
import { annotationOf } from '../../src/report/write-report.ts'
import { inputError } from '../../src/config/step/problem.ts'
import { SERVICE } from '../fakes/samples.ts'
import { Cancelled, DeployError } from '../../src/errors.ts'

it('counts wrong inputs in the headline, and lists each once', () => {
  let thrown: unknown
  try {
    readConfig({ GITHUB_REPOSITORY: 'acme/web', INPUT_COMMAND: 'status', INPUT_PORT: '80', 'INPUT_AWS-REGION': 'us-east1' })
  } catch (error) {
    thrown = error
  }
  const report = reportOfError(thrown)
  expect(report.headline).toBe('2 problems with the inputs')
  expect(renderSummary(report, [])).toBe(`## ✋ 2 problems with the inputs

**Cause:** <code>inputs</code>

- <code>aws-region</code>: got "us-east1"; expected an AWS region, such as us-east-1
- <code>port</code>: only valid with command deploy, preview or plan

**Next step:** Correct the <code>with:</code> block of this step; nothing was changed.
`)
  expect(explain(thrown)).toContain('port: only valid with command deploy, preview or plan')
})

it.each([
  ['short: all of it', 'short: all of it', ''],
  [`the build failed: ${'x '.repeat(60)}`, 'the build failed', 'x '.repeat(60)],
  [`a: b: ${'x '.repeat(60)}`, 'a', `b: ${'x '.repeat(60)}`],
  ['x '.repeat(60), 'the run was refused', 'x '.repeat(60)],
])('shows each word of %j once, in the headline or behind the cause', (sentence, headline, rest) => {
  const report = reportOfError(new DeployError('refused', sentence))
  expect(report.headline).toBe(headline)
  const [head = '', , cause = ''] = renderSummary(report, []).split('\n')
  expect([head, cause]).toEqual([`## ✋ ${headline}`, `**Cause:** <code>refused</code>${rest === '' ? '' : `: ${rest}`}`])
})

it('says a single problem in a line: the page and the annotation do not list it', () => {
  const error = inputError([{ input: 'port', message: 'missing; set it to the port that the application listens on', isMissing: true }])
  const report = reportOfError(error)
  expect(annotationOf(report).message.split('\n')).toHaveLength(2)
  expect(renderSummary(report, [])).toContain(
    '**Cause:** <code>inputs</code>\n\n**Next step:** Correct the <code>with:</code> block of this step or the configuration file',
  )
  const long = reportOfError(inputError([{ input: 'env', message: `expected ${'x'.repeat(100)}` }]))
  expect(long.headline).toBe('A problem with the inputs')
  expect(renderSummary(long, [])).toContain(`**Cause:** <code>inputs</code>: <code>env</code>: expected xxx`)
})

it.each([
  ['No AWS credentials were found.', 'no AWS credentials were found'],
  ['The run was cancelled.', 'the run was cancelled'],
  ['AWS has no endpoint for us-east-9.', 'AWS has no endpoint for us-east-9'],
  ['GitHub gave this job no identity token: x', 'GitHub gave this job no identity token: x'],
  ['This run stopped: it waits...', 'this run stopped: it waits...'],
])('behind the name of the service, %j is %j, and the page does not say it again', (sentence, words) => {
  const report = ofService(reportOfError(new DeployError('refused', sentence)), SERVICE)
  expect(report.headline).toBe(`web (production): ${words}`)
  expect(renderSummary(report, [])).toMatch(/\n\*\*Cause:\*\* <code>refused<\/code>\n$/)
})

it('says of a cancelled run what stays, and where to look', () => {
  const { failure } = reportOfError(new Cancelled())
  expect(failure?.hint).toMatch(/keeps it; only a canary loses its share\. A launched host stays\. See command: status,/)
})

it('keeps the stack of a defect, under a cause of its own', () => {
  const report = reportOfError(new TypeError('x is undefined'))
  expect(report).toMatchObject({ outcome: 'failed', headline: 'TypeError: x is undefined', failure: { cause: 'unexpected' } })
  expect(report.failure?.stack).toContain('explain.test.ts')
})
