import { OPTION_NAMES } from '../domain/release/container-options.ts'
import type { InputName, Inputs } from '../inputs.ts'
import { isGiven } from './read-inputs.ts'
import type { Problem } from './read-inputs.ts'

/** What a promoted release brings along: given all the same, they would be believed to have had effect. */
const BROUGHT: readonly InputName[] = [
  ...(['image', 'context', 'dockerfile', 'target', 'build-args', 'platforms', 'cache'] as const),
  ...(['port', 'args', 'volumes', 'memory', 'cpus', 'user', 'upstream'] as const),
  ...OPTION_NAMES,
  ...(['health-path', 'health-codes', 'health-host', 'health-timeout', 'health-interval'] as const),
]

/** What is wrong with the inputs of a promotion. */
export function promotionProblems(inputs: Partial<Inputs>, env: NodeJS.ProcessEnv): Problem[] {
  const { command, environment, from } = inputs
  if (command !== 'promote') return []
  const source: Problem[] = []
  if ('from' in inputs && from === undefined) {
    source.push({ input: 'from', got: 'nothing', expected: 'the environment whose release is promoted, such as staging' })
  }
  if (from !== undefined && from === environment) {
    source.push({ input: 'from', got: JSON.stringify(from), expected: 'another environment than the one that it is promoted to' })
  }
  return [...source, ...ignored(env)]
}

function ignored(env: NodeJS.ProcessEnv): Problem[] {
  return BROUGHT.filter((name) => isGiven(env, name)).map((input) => ({
    input,
    got: 'it with command promote',
    expected: 'none: a promoted release brings image, container and health check along; only env and secrets may differ',
  }))
}
