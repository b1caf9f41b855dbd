import { describe, expect, it } from '@jest/globals'
import { DeployError, Cancelled } from '../../src/errors.ts'
import { ofService, reportOfError } from '../../src/report/explain.ts'
import { renderHead } from '../../src/report/sections/head.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { annotationOf, isOnlyHead } from '../../src/report/write-report.ts'
import { SERVICE } from '../fakes/samples.ts'

const annotation = (error: unknown) => annotationOf(ofService(reportOfError(error), SERVICE))

describe('the annotation of a run that is red', () => {
  it('names the service, what is wrong, and the next step', () => {
    expect(annotation(new DeployError('refused', 'nothing is deployed here', { hint: 'Deploy first.' }))).toEqual({
      title: 'docker-to-ec2 refused',
      message: 'web (production): nothing is deployed here\nDeploy first.',
    })
  })

  it('lists all that is wrong', () => {
    expect(
      annotationOf(reportOfError(new DeployError('inputs', '2 problems:\n  a: wrong\n  b: missing', { hint: 'Correct them.' }))),
    ).toEqual({
      title: 'docker-to-ec2 refused: inputs',
      message: '2 problems:\n  a: wrong\n  b: missing\nCorrect them.',
    })
  })

  it('has each line of a defect once', () => {
    expect(annotation(new Error('one\ntwo')).message).toMatch(/^web \(production\): Error: one:\ntwo\nRun this again/)
  })

  it('says only once that a run was cancelled', () => {
    expect(annotation(new Cancelled()).title).toBe('docker-to-ec2 cancelled')
  })

  it('has two lines: what is wrong and what serves now, and the next step', () => {
    const told = { sentence: 'the container exited.', state: 'old still serves.', others: ['i-1 serves old.'], hint: 'Read its log.' }
    const failure = { cause: 'exited', evidence: undefined, ...told } as const
    const report = { outcome: 'failed', headline: 'web: release b did not go live', failure } as const
    expect(annotationOf(report).message).toBe(
      'web: release b did not go live: the container exited. old still serves. i-1 serves old.\nRead its log.',
    )
  })

  it('of what is too long for a headline has all of it', () => {
    const words = `the subnet ${'is too small '.repeat(20)}`
    expect(annotation(new DeployError('refused', words)).message).toBe(`web (production): the run was refused: ${words}`)
  })

  it('does not repeat what the headline already says', () => {
    const words = `the build failed: ${'x '.repeat(60)}`
    expect(annotation(new DeployError('build-failed', words)).message).toBe(`web (production): ${words}`)
  })

  it('has the next step, even if it has no room for everything that is wrong', () => {
    const problems = Array.from({ length: 500 }, (_, at) => `\n  env: item ${at} is wrong`).join('')
    const { message } = annotation(new DeployError('inputs', `500 problems:${problems}`, { hint: 'Correct them.' }))
    expect(message.endsWith('…\nCorrect them.')).toBe(true)
    expect(message).toHaveLength(4000)
    const long = annotation(new DeployError('inputs', `500 problems:${problems}`, { hint: 'Correct '.repeat(1000) }))
    expect(long.message).toHaveLength(4000)
    expect(long.message).toMatch(/^500 problems:\n {2}env: item 0|^web/)
  })
})

describe('a page with only a head', () => {
  const refused = reportOfError(new DeployError('inputs', '2 problems:\n  a: wrong\n  b: missing', { hint: 'Correct them.' }))
  const steps = [{ name: 'Observe', start: 0, ms: 120, ok: true }]

  it('is the whole page of a run that refuses its inputs', () => {
    expect(isOnlyHead(refused, [])).toBe(true)
    expect(`${renderHead(refused, 'https://x/causes.md')}\n`).toBe(renderSummary(refused, [], 'https://x/causes.md'))
  })

  it('is not enough for a run that has more to show', () => {
    expect(isOnlyHead(refused, steps)).toBe(false)
    expect(isOnlyHead({ ...refused, facts: [['URL', 'http://x']] }, [])).toBe(false)
    expect(isOnlyHead({ ...refused, image: 'web@sha256:1' }, [])).toBe(false)
    expect(isOnlyHead({ ...refused, warnings: ['late'] }, [])).toBe(false)
  })
})
