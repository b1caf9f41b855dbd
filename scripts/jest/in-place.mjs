import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { join } from 'node:path'
import { TestEnvironment } from 'jest-environment-node'

const { PLACES, JEST_WORKER_ID } = process.env

/** A worker keeps its place until its end, which closes the file: script/test. */
async function takePlace() {
  const place = openSync(join(PLACES, JEST_WORKER_ID), 'w')
  await once(spawn('flock', ['3'], { stdio: ['ignore', 'ignore', 'inherit', place] }), 'exit')
}

if (PLACES !== undefined && JEST_WORKER_ID !== undefined) await takePlace()

export default TestEnvironment
