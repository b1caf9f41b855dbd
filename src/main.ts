import { writeLine } from './adapters/github/log/log.ts'
import { errorCommand, workflowCommand } from './adapters/github/log/log-lines.ts'
import { explain } from './report/explain.ts'
import { saveState, stateOf } from './report/runner-file.ts'
import { run } from './run.ts'

// action.yml names this bundle as both `main` and `post`; each runs in its own process.
async function main(): Promise<void> {
  const isPost = stateOf('phase') === 'post'
  if (!isPost) saveState({ phase: 'post' })
  try {
    if (isPost) await (await import('./clean-up.ts')).cleanUp()
    else process.exitCode = (await run(process.env)) ? 0 : 1
  } catch (error) {
    if (!isPost) process.exitCode = 1
    writeLine(isPost ? workflowCommand('warning', explain(error)) : errorCommand(explain(error)))
  }
  // Ends the process even if a parallel branch still waits for something.
  process.exit()
}

// With `await` here, the bundler would compile everything twice: as a module, and as the awaiting function.
void main()
