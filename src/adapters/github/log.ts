import { writeSync } from 'node:fs'

/** Milliseconds until a pipe that is full is tried again. */
const PAUSE = 5

/**
 * Writes a line to the log. Not by `process.stdout`: to write to a pipe, it loads Node's network and streams, more than a tenth of what a run costs that
 * only names a wrong input.
 */
export function writeLine(line: string): void {
  let rest: Uint8Array = Buffer.from(`${line}\n`)
  while (rest.length > 0) rest = rest.subarray(written(rest))
}

/** How many bytes were taken. Where nobody reads any more, all are. */
function written(bytes: Uint8Array): number {
  try {
    return writeSync(1, bytes)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EPIPE') return bytes.length
    if (code !== 'EAGAIN') throw error
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE)
    return 0
  }
}
