import { aWorld } from './world.ts'
import type { World } from './world.ts'

/** The same world, as the next job finds it, with these inputs, and possibly with another build context. */
export function nextJob(world: World, inputs: Readonly<Record<string, string>> = {}, content = world.content): World {
  const next = Object.assign(aWorld(inputs), { content })
  next.hosts.push(...world.hosts)
  next.records.push(...world.records)
  for (const [tag, digest] of world.images) next.images.set(tag, digest)
  return next
}
