import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, it } from '@jest/globals'
import { runAction } from '../../local/runner/runner.ts'
import { temporaryFolder } from '../fakes/temporary-folder.ts'

let action = ''

const MAIN = `
const { appendFileSync } = require('node:fs')
if (process.env.STATE_phase) {
  console.log('post sees ' + process.env.STATE_phase)
} else {
  appendFileSync(process.env.GITHUB_STATE, 'phase=post\\n')
  appendFileSync(process.env.GITHUB_OUTPUT, 'color=' + process.env['INPUT_MY-COLOR'] + '\\n')
  appendFileSync(process.env.GITHUB_STEP_SUMMARY, '# done\\n')
  console.log('::warning::' + process.env['INPUT_WITH-DEFAULT'] + ' ' + process.env.HOME_OF_CALLER)
  if (process.env.INPUT_WAIT === 'true') {
    process.on('SIGINT', () => console.log('SIGINT'))
    process.on('SIGTERM', () => process.exit(3))
    setInterval(() => {}, 1000)
    console.log('waiting')
  } else process.exitCode = 7
}
`

beforeAll(async () => {
  action = temporaryFolder('runner-test')
  const manifest = {
    inputs: { 'my-color': null, 'with-default': { default: 5 }, wait: { default: 'false' } },
    runs: { main: 'main.cjs', post: 'main.cjs' },
  }
  await writeFile(join(action, 'action.yml'), JSON.stringify(manifest))
  await writeFile(join(action, 'main.cjs'), MAIN)
})

it('hands over inputs and defaults, and brings back what main and post left', async () => {
  const ran = await runAction({ action, cwd: action, inputs: { 'my-color': ' red ' } })
  expect(ran).toMatchObject({
    code: 7,
    cancelled: false,
    outputs: { color: 'red' },
    state: { phase: 'post' },
    summary: '# done\n',
    annotations: [{ level: 'warning', message: '5 undefined' }],
    post: { code: 0, stdout: 'post sees post\n' },
  })
})

it('cancels as the runner does: SIGINT, then SIGTERM', async () => {
  const ran = await runAction({ action, cwd: action, inputs: { wait: 'true' }, cancelOn: /waiting/, grace: [0.1, 60] })
  expect(ran).toMatchObject({ code: 3, cancelled: true, signals: ['SIGINT', 'SIGTERM'], post: { code: 0 } })
  expect(ran.stdout).toContain('SIGINT')
})

it.each([
  ['kill', { stdout: 'post sees post\n' }],
  ['lost', { code: 137, stdout: '' }],
])('ends at once by %s, and then `post` has %j', async (how, post) => {
  const end = new AbortController()
  const onOutput = (text: string) => text.includes('waiting') && end.abort()
  const ran = await runAction({ action, cwd: action, inputs: { wait: 'true' }, onOutput, [how]: end.signal })
  expect(ran).toMatchObject({ code: 137, cancelled: false, post })
})
