import type { Context } from '../../context.ts'
import { isOwn } from '../../domain/host/host.ts'
import { asLargeAs } from '../../domain/host/differences.ts'

/** For a run that can replace hosts: unless an input sets a size, a new host is as large as the one that it replaces, not as large as the default. */
export async function keepSize(ctx: Context): Promise<Context> {
  const { host: spec, service } = ctx.config
  if (!spec.renew && !spec.allowReplacement) return ctx
  const found = await ctx.hosts.find(service)
  const old = found.find((host) => isOwn(host, service) && host.replaces === undefined) ?? found.find((host) => isOwn(host, service))
  if (old === undefined) return ctx
  const sizes = await ctx.hosts.volumeSizes(old.rootVolume === undefined ? [] : [old.rootVolume])
  const host = asLargeAs({ ...old, volumeGiB: sizes.get(old.rootVolume ?? '') }, spec)
  return { ...ctx, config: { ...ctx.config, host } }
}
