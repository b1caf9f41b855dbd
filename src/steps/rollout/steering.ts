import { runUrl } from '../../config/job.ts'
import type { Context } from '../../context.ts'
import type { Steer, Steering, Taken } from '../../domain/canary/steering.ts'
import { messageOf } from '../../errors.ts'

/** How the run of a canary receives other runs' steering. Never fails: if it is unavailable, the canary continues unsteered. */
export interface Helm {
  /** New requests, each once. `share`: the canary's current share; `effect`: whether a request would change anything. */
  next(share: number, effect: (steer: Steer) => boolean): Promise<Taken | undefined>
  /** Stops accepting requests. */
  close(): Promise<void>
}

/** Starts accepting requests for this canary, and drops those for earlier ones. */
export async function openHelm(ctx: Context, release: string): Promise<Helm> {
  const { config, progress, token } = ctx
  const own: Steering = { token, release, runUrl: runUrl(config.job), ended: false }
  try {
    await overwrite(ctx, () => own)
    return helmOf(ctx)
  } catch (error) {
    progress.warn(`Other runs cannot steer this canary: ${messageOf(error)}`)
    return { next: async () => undefined, close: async () => undefined }
  }
}

function helmOf(ctx: Context): Helm {
  let acted = ''
  let told = false
  let closed = false
  const failed = (error: unknown): undefined => {
    if (!told) ctx.progress.warn(`Whether another run steers this canary is unknown for now: ${messageOf(error)}`)
    told = true
  }
  return {
    async next(share, effect) {
      const taken = await take(ctx, acted, { share, effect }).catch(failed)
      acted = taken?.id ?? acted
      return taken
    },
    async close() {
      if (closed) return
      closed = true
      await overwrite(ctx, ended).catch(failed)
    },
  }
}

function ended(now: Steering): Steering {
  const { asked: _, ...rest } = now
  return { ...rest, ended: true }
}

interface State {
  readonly share: number
  readonly effect: (steer: Steer) => boolean
}

/** Acts only on requests recorded as accepted, because the requesting run reads that. If the answer to the write was lost, the next look finds it. */
async function take({ config, steering, token }: Context, acted: string, { share, effect }: State): Promise<Taken | undefined> {
  const found = await steering.read(config.service)
  if (found === undefined || found.value.token !== token) return undefined
  const { asked, ...rest } = found.value
  if (rest.taken !== undefined && rest.taken.id !== acted) return rest.taken
  if (asked === undefined) return undefined
  const taken = { ...asked, share, effect: effect(asked.steer) }
  const version = await steering.write(config.service, { ...rest, taken }, found.version)
  return version === undefined ? undefined : taken
}

/** Attempts to write over concurrent writes of other runs. */
const ATTEMPTS = 5

async function overwrite({ config, steering }: Context, change: (now: Steering) => Steering): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const found = await steering.read(config.service)
    const value = change(found?.value ?? { token: 0, release: '', runUrl: '', ended: true })
    if ((await steering.write(config.service, value, found?.version ?? 0)) !== undefined) return
  }
  throw new Error('other runs kept writing over it')
}
