import { clearHosts, clearRepository } from '../../src/domain/host/ending.ts'
import { clearToStop } from '../../src/domain/host/stopping.ts'
import type { StoppableHost } from '../../src/domain/host/stopping.ts'
import { aHost, SERVICE } from './samples.ts'
import type { Clearance, ClearedHost, ClearedRepository } from '../../src/domain/host/ending.ts'

/** Leave to end hosts on which nothing is. */
export function cleared(...hostIds: readonly string[]): Clearance {
  const stakes = hostIds.map((hostId) => ({ hostId, volumes: [], guests: [], unknown: undefined }))
  const clearance = clearHosts(stakes, [])
  if ('kind' in clearance) throw new Error(clearance.reason)
  return clearance
}

export function clearedHost(id: string): ClearedHost {
  const [host] = cleared(id).hosts
  if (host === undefined) throw new Error(`${id} was not cleared.`)
  return host
}

export function clearedRepository(name: string): ClearedRepository {
  const repository = clearRepository(name, [])
  if ('kind' in repository) throw new Error(repository.reason)
  return repository
}

export function stoppableHost(id: string): StoppableHost {
  const clearance = clearToStop([aHost({ id })], [], SERVICE)
  const [host] = 'kind' in clearance ? [] : clearance.hosts
  if (host === undefined) throw new Error(`${id} was not cleared.`)
  return host
}
