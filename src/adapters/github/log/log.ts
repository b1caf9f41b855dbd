import { writeSync } from 'node:fs'

/** Milliseconds before the next attempt to write to a full pipe. */
const PAUSE = 5

/**
 * Writes a line to the log. Not with `process.stdout`: to write to a pipe, it loads Node's network and streams, more than a tenth of the time of a
 * run that only reports a wrong input.
 */
export function writeLine(line: string): void {
  let rest: Uint8Array = Buffer.from(`${line}\n`)
  while (rest.length > 0) rest = rest.subarray(written(rest))
}

/** How many bytes were written. If the reader is gone, all count as written. */
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
