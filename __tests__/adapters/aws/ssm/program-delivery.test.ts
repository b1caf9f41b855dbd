import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { carryOut } from '../../../../src/adapters/aws/ssm/program-delivery.ts'
import type { Send } from '../../../../src/adapters/aws/ssm/program-delivery.ts'
import { hostOrder } from '../../../../src/domain/order/order.ts'
import type { RemoteAnswer, RemoteCommand } from '../../../../src/ports/hosts/remote.ts'
import { SERVICE } from '../../../fakes/samples.ts'
import { damaged, packed, programHost } from '../../../fakes/program-host.ts'
import type { ProgramHost } from '../../../fakes/program-host.ts'

const ORDER = hostOrder('status', { id: '00-a', service: SERVICE, region: 'us-east-1', runUrl: '' })
const ECHO = packed()

let hosts: Map<string, ProgramHost>
beforeEach(() => void (hosts = new Map(['i-1', 'i-2', 'i-3'].map((id) => [id, programHost()]))))
afterEach(() => hosts.forEach((host) => host.close()))

const command = (changes: Partial<RemoteCommand> = {}): RemoteCommand => ({
  ...{ hostIds: [...hosts.keys()], order: ORDER, comment: 'docker-to-ec2: status', timeout: 60 },
  ...changes,
})

/** Sends lines as SSM does: host after host, and to no more of them once one has failed, unless that was asked for. `sent` gets the titles. */
function ssm(sent: string[]): Send {
  return async (lines, { hostIds, continueOnError = false }) => {
    sent.push(`${lines[1]} to ${hostIds.join(' ')}`)
    const answers: RemoteAnswer[] = []
    for (const hostId of hostIds) {
      const stopped = !continueOnError && answers.some(({ status }) => status === 'failed')
      answers.push(stopped ? answerOf(hostId, undefined) : answerOf(hostId, await run(hostId, lines)))
    }
    return answers
  }
}

/** Every host has folders of its own, where those of the others would be the same. */
function run(hostId: string, lines: readonly string[]) {
  const host = hosts.get(hostId)
  if (!host) throw new Error(`no host ${hostId}`)
  return host.agent(host.at({ ...ECHO, bootstrap: lines.join('\n') }).bootstrap.split('\n'))
}

function answerOf(hostId: string, ran: { code: number | null; stdout: string; stderr: string } | undefined): RemoteAnswer {
  const status = ran === undefined ? 'not-started' : ran.code === 0 ? 'succeeded' : 'failed'
  return { hostId, commandId: 'c', status, stdout: ran?.stdout ?? '', stderr: ran?.stderr ?? '', seconds: 1 }
}

const statuses = (answers: readonly RemoteAnswer[]): string[] => answers.map(({ hostId, status }) => `${hostId} ${status}`)
const ALL = ['i-1 succeeded', 'i-2 succeeded', 'i-3 succeeded']
const [ASKED, BROUGHT] = ['# docker-to-ec2 status to i-1 i-2 i-3', '# docker-to-ec2 program 1/1 to i-1 i-2 i-3']

/** An order that is too large for the program to come along. */
const LARGE = { ...ORDER, runUrl: randomBytes(38_000).toString('hex') }

describe('an order', () => {
  it('travels alone to hosts that have the program, and with its last part to those that do not', async () => {
    const sent: string[] = []
    expect(statuses(await carryOut(ECHO, ssm(sent), command()))).toEqual(ALL)
    expect(sent).toEqual([ASKED, ASKED])
    expect(statuses(await carryOut(ECHO, ssm(sent), command()))).toEqual(ALL)
    expect(sent.slice(2)).toEqual([ASKED])
  })

  it('is carried out by nobody whose program arrived damaged', async () => {
    const [first, ...others] = await carryOut(damaged(ECHO), ssm([]), command())
    expect(JSON.parse(first?.stdout ?? '')).toMatchObject({ outcome: 'failed', cause: 'program-failed' })
    expect(statuses(others)).toEqual(['i-2 not-started', 'i-3 not-started'])
  })
})

describe('an order that leaves no room for the program', () => {
  const NOISY = packed({ noise: `NOISE = "${randomBytes(9000).toString('hex')}"\n` })

  it('travels alone to hosts that have the program, and is sent again behind the program where one lacks it', async () => {
    const sent: string[] = []
    expect(statuses(await carryOut(NOISY, ssm(sent), command({ order: LARGE })))).toEqual(ALL)
    expect(sent).toEqual([ASKED, BROUGHT, ASKED])
    expect(statuses(await carryOut(NOISY, ssm(sent), command({ order: LARGE })))).toEqual(ALL)
    expect(sent.slice(3)).toEqual([ASKED])
  })

  it('reaches all hosts when only the last one lacks the program', async () => {
    const sent: string[] = []
    await carryOut(NOISY, ssm(sent), command({ order: LARGE }))
    rmSync(join(hosts.get('i-3')?.state ?? '', NOISY.sha256), { recursive: true })
    const answers = await carryOut(NOISY, ssm(sent), command({ order: LARGE, continueOnError: true }))
    expect(statuses(answers)).toEqual(ALL)
    expect(answers.map(({ stdout }) => stdout.includes(JSON.stringify(LARGE)))).toEqual([true, true, true])
    expect(sent.slice(3)).toEqual([ASKED, BROUGHT, ASKED])
  })

  it('is not sent again where it failed for another reason', async () => {
    const sent: string[] = []
    await carryOut(NOISY, ssm(sent), command({ order: LARGE }))
    const failing = command({ order: { ...LARGE, id: '05', runUrl: `"cause": "program-missing" ${LARGE.runUrl}` } })
    expect(statuses(await carryOut(NOISY, ssm(sent), failing))).toEqual(['i-1 failed', 'i-2 not-started', 'i-3 not-started'])
    expect(sent.slice(3)).toEqual([ASKED])
  })

  it('is answered by what kept a host from taking the program', async () => {
    const sent: string[] = []
    const [first, ...others] = await carryOut(damaged(NOISY), ssm(sent), command({ order: LARGE }))
    expect(JSON.parse(first?.stdout ?? '')).toMatchObject({ outcome: 'failed', cause: 'program-failed' })
    expect(statuses(others)).toEqual(['i-2 not-started', 'i-3 not-started'])
    expect(sent).toHaveLength(3)
  })
})
