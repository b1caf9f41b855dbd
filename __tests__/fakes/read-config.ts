import { checkInputs } from '../../src/config/check-inputs.ts'
import { toConfig } from '../../src/config/config.ts'
import type { Config } from '../../src/config/config.ts'
import { readJob as withEvent } from '../../src/config/events/event.ts'
import type { ConfigFile } from '../../src/config/file/config-file.ts'
import { given } from '../../src/config/given.ts'
import { runVariables } from '../../src/config/job.ts'
import type { Job } from '../../src/domain/job.ts'

export function readJob(env: NodeJS.ProcessEnv): Job {
  return withEvent(env, runVariables(env))
}

/** The configuration as a run reads it that loads everything. */
export function readConfig(env: NodeJS.ProcessEnv, file?: ConfigFile): Config {
  const job = readJob(env)
  return toConfig(checkInputs({ env, job, file, given }), env, job)
}
