import { describe, expect, it } from '@jest/globals'
import { deploy } from '../../../src/commands/deploy.ts'
import { restart } from '../../../src/commands/restart.ts'
import { rollback } from '../../../src/commands/rollback.ts'
import type { Context } from '../../../src/context.ts'
import { Cancelled, DeployError } from '../../../src/errors.ts'
import { aHost, aRecord, PROGRAM } from '../../fakes/samples.ts'
import { aWorld, deployedAnswer } from '../../fakes/world.ts'
import type { World } from '../../fakes/world.ts'

const OLD = aRecord({ commit: 'b'.repeat(40), release: 'old', digest: 'sha256:old' })
const document = { ...OLD, name: OLD.release, route: { port: 80, domains: [], path: '/' } }
const serving = { serving: OLD.digest, servingRelease: OLD.release, document }
const { id: HOST } = aHost()

/** A host that serves a release, whose record says this of the program. */
function served(program: string | undefined, inputs: Readonly<Record<string, string>> = {}): World {
  const world = aWorld(inputs)
  world.hosts.push(aHost())
  world.records.push(program === undefined ? OLD : { ...OLD, program })
  return world
}

/** Ends as what is cancelled ends, once the signal says so. */
function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = (): void => reject(new Cancelled())
    if (signal.aborted) end()
    else signal.addEventListener('abort', end)
  })
}

const UNFIT = { status: 'failed', stdout: JSON.stringify({ outcome: 'failed', cause: 'host-unfit', detail: 'no room for it' }) } as const

describe('the host program', () => {
  it('is sent to a new host before its first order, and recorded', async () => {
    const world = aWorld()
    world.answer = (command) => {
      expect(world.brought).toEqual([['i-new0']])
      return deployedAnswer(command)
    }
    await deploy(world.ctx)
    expect(world.records[0]).toMatchObject({ hostId: 'i-new0', program: PROGRAM })
  })

  it.each<[string, (ctx: Context) => Promise<unknown>, string]>([
    ['deploy', deploy, 'deployed'],
    ['rollback', rollback, 'rolled-back'],
    ['restart', restart, 'restarted'],
  ])('is sent before a %s if the record has another one, and is not sent again', async (command, act, outcome) => {
    const world = served('another', command === 'deploy' ? {} : { command, port: '' })
    world.answer = (sent) => (command === 'deploy' ? deployedAnswer(sent) : { stdout: JSON.stringify({ outcome, ...serving }) })
    await act(world.ctx)
    expect([world.brought, world.records[0]?.program]).toEqual([[[HOST]], PROGRAM])
    await act(world.ctx)
    expect(world.brought).toHaveLength(1)
  })

  it('is sent to the new hosts of a service', async () => {
    const world = served(PROGRAM, { instances: '2' })
    await deploy(world.ctx)
    expect(world.brought).toEqual([['i-new1']])
    expect(world.records[0]).toMatchObject({ hostIds: [HOST, 'i-new1'], program: PROGRAM })
  })

  it("that a host rejects ends the run at once with the host's message, and stops the build", async () => {
    const world = served(undefined)
    world.takes = () => UNFIT
    let stopped = false
    const buildAndPush: Context['builder']['buildAndPush'] = (_spec, _credentials, signal) =>
      abortOf(signal).finally(() => (stopped = true))
    Object.assign(world.ctx.builder, { buildAndPush })
    const error = await deploy(world.ctx).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(DeployError)
    expect(error).toMatchObject({ code: 'host-unfit', message: expect.stringContaining(`${HOST} does not accept the host program`) })
    expect((error as Error).message).toContain('no room for it')
    expect([world.sent, stopped]).toEqual([[], true])
  })

  it("that is being sent when the build fails does not hide the build's failure", async () => {
    const world = served(undefined)
    world.buildFails = new DeployError('build-failed', 'no Dockerfile')
    const late: ((error: Error) => void)[] = []
    Object.assign(world.ctx.remote, { bring: () => new Promise((_, reject) => void late.push(reject)) })
    const unhandled: unknown[] = []
    const note = (reason: unknown): void => void unhandled.push(reason)
    process.on('unhandledRejection', note)
    await expect(deploy(world.ctx)).rejects.toMatchObject({ code: 'build-failed' })
    for (const reject of late) reject(new Error('nobody waits for this any more'))
    await new Promise(setImmediate)
    process.off('unhandledRejection', note)
    expect([late.length, unhandled]).toEqual([1, []])
  })

  it('is cancelled with the run', async () => {
    const world = served(undefined)
    const bring: Context['remote']['bring'] = (_, signal) => {
      setImmediate(() => world.cancel.abort())
      return abortOf(signal)
    }
    Object.assign(world.ctx.remote, { bring })
    const run = deploy(world.ctx)
    await expect(run).rejects.toBeInstanceOf(Cancelled)
    expect(world.sent).toEqual([])
  })
})
