import { getState, setFailed, warning } from '@actions/core'
import { cleanUp } from './clean-up.ts'
import { explain } from './report/explain.ts'
import { saveState } from './report/runner-file.ts'
import { run } from './run.ts'

// action.yml names this bundle as both `main` and `post`; each runs in a process of its own.
async function main(): Promise<void> {
  const isPost = getState('phase') === 'post'
  if (!isPost) saveState({ phase: 'post' })
  try {
    if (isPost) await cleanUp()
    else process.exitCode = (await run(process.env)) ? 0 : 1
  } catch (error) {
    if (isPost) warning(explain(error))
    else setFailed(explain(error))
  }
  // What the other of two parallel branches may still be waiting for must not hold the process.
  process.stdout.write('', () => process.exit())
}

// Awaited here, it would make the bundler compile everything twice: once as a module, once as the function that awaits.
void main()
