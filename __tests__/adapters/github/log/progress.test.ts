import { expect, test } from '@jest/globals'
import { actionsProgress } from '../../../../src/adapters/github/log/progress.ts'
import { fakeClock } from '../../../fakes/clock.ts'

function aProgress() {
  const log: string[] = []
  const clock = fakeClock()
  const progress = actionsProgress({ write: (line) => log.push(line), clock })
  return { log, clock, progress }
}

test('shows a step as a group that ends with its duration', async () => {
  const { log, clock, progress } = aProgress()
  progress.info('before')
  const result = await progress.step('Observe', async () => {
    progress.info('one\ntwo')
    clock.pass(12_340)
    return 42
  })
  progress.info('after')
  expect(result).toBe(42)
  expect(log).toEqual(['before', '::group::Observe', 'one', 'two', '::endgroup::', '✓ Observe 12.3 s', 'after'])
  expect(progress.steps()).toEqual([{ name: 'Observe', start: clock.now() - 12_340, ms: 12_340, ok: true }])
})

test('never starts a line with a name from outside, so it is no workflow command', async () => {
  const { log, progress } = aProgress()
  await progress.step('Release', () => progress.step('Return to a\n::stop-commands::x', async () => progress.info('one')))
  expect(log.filter((line) => line.includes('\n') || line.startsWith('::stop'))).toEqual([])
  expect(log).toContain('Return to a : :stop-commands::x │ one')
})

test('marks a failed step and passes on its error', async () => {
  const { log, clock, progress } = aProgress()
  const error = new Error('no')
  const step = progress.step('Release', async () => {
    clock.pass(900)
    throw error
  })
  await expect(step).rejects.toBe(error)
  expect(log).toEqual(['::group::Release', '::endgroup::', '✗ Release failed after 0.9 s'])
  expect(progress.steps()).toEqual([{ name: 'Release', start: clock.now() - 900, ms: 900, ok: false }])
})

test('shows the failure of the run outside of all groups, even if a step still runs', async () => {
  const { log, progress } = aProgress()
  void progress.step('Launch', () => new Promise(() => undefined))
  progress.fail('The build failed.', 'refused')
  progress.info('--- Last log lines ---')
  expect(log).toEqual(['::group::Launch', '::endgroup::', '::error title=refused::The build failed.', '--- Last log lines ---'])
})

test('marks a step with a bad result and passes the result on', async () => {
  const { log, progress } = aProgress()
  const results = await progress.step(
    'Release',
    async () => ['failed'],
    (found) => !found.includes('failed'),
  )
  expect(results).toEqual(['failed'])
  expect(log.at(-1)).toBe('✗ Release failed after 0.0 s')
  expect(progress.steps()).toMatchObject([{ name: 'Release', ms: 0, ok: false }])
})

test('puts parallel steps into one group, with their names in front of their lines', async () => {
  const { log, clock, progress } = aProgress()
  const say = async (name: string, ...lines: string[]) =>
    progress.step(name, async () => {
      for (const line of lines) {
        await Promise.resolve()
        clock.pass(1000)
        progress.info(line)
      }
    })
  await progress.step('Prepare', async () => {
    progress.info('both begin')
    await Promise.all([say('host', 'launching', '::error::launched'), say('image', 'FROM node', 'COPY', 'pushed')])
    progress.info('both are done')
  })
  expect(log).toEqual([
    '::group::Prepare',
    'both begin',
    'host │ launching',
    'image │ FROM node',
    'host │ : :error::launched',
    'image │ COPY',
    'host │ ✓ 4.0 s',
    'image │ pushed',
    'image │ ✓ 5.0 s',
    'both are done',
    '::endgroup::',
    '✓ Prepare 5.0 s',
  ])
  expect(progress.steps().map(({ name }) => name)).toEqual(['host', 'image', 'Prepare'])
})

test('continues a step with its name after its group has ended', async () => {
  const { log, progress } = aProgress()
  const first = Promise.withResolvers<void>()
  const second = Promise.withResolvers<void>()
  const one = progress.step('one', () => first.promise)
  const two = progress.step('two', async () => {
    await second.promise
    progress.info('late')
  })
  first.resolve()
  await one
  second.resolve()
  await two
  expect(log).toEqual(['::group::one', '::endgroup::', '✓ one 0.0 s', 'two │ late', 'two │ ✓ 0.0 s'])
})

test('logs a long wait at once, and then every ten seconds', () => {
  const { log, clock, progress } = aProgress()
  const since = clock.now()
  for (let second = 0; second <= 40; second++) {
    progress.waiting('the agent to come online', since)
    clock.pass(1000)
  }
  expect(log).toEqual([
    'Waiting for the agent to come online',
    'Waiting for the agent to come online, 10.0 s so far',
    'Waiting for the agent to come online, 20.0 s so far',
    'Waiting for the agent to come online, 30.0 s so far',
    'Waiting for the agent to come online, 40.0 s so far',
  ])
})

test('logs another wait, and a repeated one, at once', () => {
  const { log, clock, progress } = aProgress()
  progress.waiting('a', clock.now())
  clock.pass(2000)
  progress.waiting('b', clock.now())
  progress.waiting('a', clock.now())
  expect(log).toEqual(['Waiting for a', 'Waiting for b', 'Waiting for a'])
})

test('shows a warning as an annotation in one line', async () => {
  const { log, progress } = aProgress()
  await progress.step('s', async () => progress.warn('first\nsecond'))
  expect(log[1]).toBe('::warning::first%0Asecond')
})

test('shows a text in a group of its own, in which no line is a workflow command', async () => {
  const { log, progress } = aProgress()
  void progress.step('Read', () => new Promise(() => undefined))
  progress.group('i-1\n::error::x', 'one\n::error::two\r##[error]three')
  expect(log).toEqual([
    ...['::group::Read', '::endgroup::'],
    ...['::group::i-1%0A::error::x', 'one', ': :error::two', '## [error]three', '::endgroup::'],
  ])
})
