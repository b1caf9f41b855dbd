import { isWorker } from '../domain/release/spec.ts'
import type { Specification } from '../domain/release/spec.ts'
import type { Config } from './config.ts'

/** The configuration for a release, which can come from another environment: a worker has no requests to share with a canary, and opens no port. */
export function fittedTo(config: Config, spec: Specification): Config {
  return isWorker(spec) ? { ...config, canary: undefined, host: { ...config.host, ports: [] } } : config
}
