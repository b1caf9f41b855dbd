/** Orders the faults of a cloud's AWS. */
import { existsSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { until } from '../machine/patience.ts'

/** A fault for matching requests; local/aws/faults.py explains its fields. */
export interface Fault {
  readonly service: string
  readonly operation: string
  readonly kind: 'throttle' | '500' | 'error' | 'delay' | 'hold' | 'offline' | 'twice' | 'dies'
  readonly times?: number
  readonly seconds?: number
  readonly code?: string
  readonly message?: string
  readonly status?: number
  readonly delay?: number
  readonly match?: Readonly<Record<string, string>>
}

export interface Faults {
  /** Orders faults, replacing the previous ones. */
  fault(faults: readonly Fault[]): Promise<void>
  /** Resolves when a request meets a `hold` of the current faults. */
  held(): Promise<void>
}

/** `dir`: the folder of the cloud. */
export function faultsIn(dir: string): Faults {
  let order = 0
  return {
    async fault(faults) {
      // The number makes identical faults, ordered again, apply again.
      order += 1
      await writeFile(join(dir, 'faults.part'), JSON.stringify(faults.map((fault) => ({ ...fault, order }))))
      await rename(join(dir, 'faults.part'), join(dir, 'faults.json'))
    },
    held: () => until('a held request', async () => existsSync(join(dir, `held-${order}`))).then(() => undefined),
  }
}
