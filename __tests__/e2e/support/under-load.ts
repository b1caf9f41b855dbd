import { startLoad } from '../../../local/load/load.ts'
import type { LoadOptions, LoadReport } from '../../../local/load/load.ts'

/** Runs `work` while a service is under load, and reports what happened to the requests. */
export async function underLoad(options: LoadOptions, work: () => Promise<void>): Promise<LoadReport> {
  const load = startLoad({ posts: 4, pauseMs: 10, slow: 2, slowMs: 500, webSocket: false, ...options })
  try {
    await work()
  } catch (error) {
    await load.stop()
    throw error
  }
  return load.stop()
}
