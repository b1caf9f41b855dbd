/** Holds a program of a host that is a container at an exact moment of its work, however busy the machine is. */
import { once } from 'node:events'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { type Socket, createServer } from 'node:net'
import { join } from 'node:path'
import type { HostHandle } from './host.ts'
import { preload, rootOf } from './preload.ts'

/** A program that waits for the test. The other threads and processes of its work go on. */
export interface Held {
  /** Its process group, by the host's numbers. */
  readonly group: number
  goOn(): void
  /** Waits for the end of its process. */
  ended(): Promise<void>
}

/**
 * Holds the first program that from now on starts on the host, and then writes or sends a line with this text: right after that, and before it
 * does anything else. Resolves to a promise that resolves when it waits there.
 */
export async function holdAt(host: HostHandle, text: string): Promise<() => Promise<Held>> {
  const root = await rootOf(host)
  const folder = join(root, 'run', 'hold')
  // Whoever was awaited before and did not come is not awaited any more.
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
  const server = createServer().unref()
  server.listen(join(folder, 'test'))
  await once(server, 'listening')
  await writeFile(join(folder, 'line'), text)
  await preload(root, 'hold', true)
  const came = once(server, 'connection') as Promise<[Socket]>
  return async () => {
    const [program] = await came
    server.close()
    // However it ends: its end of the connection can be reset, too, which `once` would take for a failure.
    const ended = new Promise<void>((resolve) => void program.on('error', () => undefined).once('close', () => resolve()))
    const [group] = (await once(program, 'data')) as [Buffer]
    await preload(root, 'hold', false)
    return { group: Number(group), goOn: () => void program.write('x'), ended: () => ended }
  }
}
