import { describe, expect, it } from '@jest/globals'
import { deploy } from '../../src/commands/deploy.ts'
import { plan } from '../../src/commands/plan.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { releaseIn } from '../fakes/orders.ts'
import { aHost, DIGEST } from '../fakes/samples.ts'
import { GRACE } from '../fakes/lease.ts'
import { nextJob } from '../fakes/next-job.ts'
import { aWorld } from '../fakes/world.ts'
import type { World } from '../fakes/world.ts'

const SECRETS = 'DB_PASSWORD=ssm:/db\nTOKEN=secretsmanager:token'
const INPUTS = { secrets: SECRETS }

/** A release of this commit with version 1 of both secrets, deployed by an earlier run. */
async function deployed(): Promise<World> {
  const world = aWorld(INPUTS)
  world.hosts.push(aHost())
  world.answer = (command) => {
    const told = { serving: DIGEST, servingRelease: releaseIn(command), secrets: { DB_PASSWORD: '1', TOKEN: '1' } }
    return { stdout: JSON.stringify({ outcome: 'deployed', ...told }) }
  }
  await deploy(world.ctx)
  world.done.length = 0
  world.log.length = 0
  return world
}

function planned(world: World): World {
  return Object.assign(nextJob(world, { ...INPUTS, command: 'plan' }), { answer: world.answer })
}

describe('rotated secrets', () => {
  it('make a deploy of the same commit wait for its turn like any other', async () => {
    const world = await deployed()
    world.secrets.set('ssm:/db', { version: '2' })
    world.holders.push({ ...GRACE, until: world.clock.now() + 60_000 })
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'deployed' })
    expect(world.log).toContain('DB_PASSWORD: a new version since the last deploy')
    expect(world.log.join()).toContain('waiting for run 6 of grace')
    expect(world.sent.at(-1)?.order).toMatchObject({ leased: true })
  })

  it('are named by the plan', async () => {
    const next = planned(await deployed())
    next.secrets.set('ssm:/db', { version: '2' }).set('secretsmanager:token', { unknown: 'AWS refused secretsmanager:DescribeSecret.' })
    const report = await plan(next.ctx)
    expect(report.plan?.verdict).toBe('changes')
    expect(next.log).toContain(
      'Secrets: DB_PASSWORD: a new version since the last deploy; the deploy (or a restart) applies it; ' +
        'TOKEN: unknown whether it changed since the last deploy: AWS refused secretsmanager:DescribeSecret.',
    )
    expect(renderSummary(report, [])).toContain('| Secrets | DB&#95;PASSWORD: a new version since the last deploy')
    expect(JSON.parse(report.outputs['plan'] ?? '').secretVersions).toEqual({ changed: ['DB_PASSWORD'], unknown: ['TOKEN'] })
  })
})

describe('unchanged secrets', () => {
  it('leave a deploy of the same commit unchanged, and need no lease', async () => {
    const world = await deployed()
    world.holders.push({ ...GRACE, until: Number.MAX_SAFE_INTEGER })
    world.answer = (command) => {
      const told = { serving: DIGEST, servingRelease: releaseIn(command), secrets: { TOKEN: '1', DB_PASSWORD: '1' } }
      return { stdout: JSON.stringify({ outcome: 'unchanged', ...told }) }
    }
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'unchanged' })
    expect(world.done).toEqual(['deploy on i-0123456789abcdef0'])
  })

  it('are not in the plan', async () => {
    const report = await plan(planned(await deployed()).ctx)
    expect(report.plan?.verdict).toBe('unchanged')
    expect(renderSummary(report, [])).not.toContain('| Secrets |')
  })
})
