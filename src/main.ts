import * as core from '@actions/core'
import { cleanUp } from './clean-up.ts'
import { explain } from './report/explain.ts'
import { run } from './run.ts'

// action.yml names this bundle as both `main` and `post`; each runs in a process of its own.
const isPost = core.getState('phase') === 'post'
if (!isPost) core.saveState('phase', 'post')
try {
  if (isPost) await cleanUp()
  else process.exitCode = (await run(process.env)) ? 0 : 1
} catch (error) {
  if (isPost) core.warning(explain(error))
  else core.setFailed(explain(error))
}
// What the other of two parallel branches may still be waiting for must not hold the process.
process.stdout.write('', () => process.exit())
