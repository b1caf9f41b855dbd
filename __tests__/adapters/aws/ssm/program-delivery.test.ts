import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { bringProgram, carryOut, sendingAgain } from '../../../../src/adapters/aws/ssm/program-delivery.ts'
import type { Send } from '../../../../src/adapters/aws/ssm/program-delivery.ts'
import { hostOrder } from '../../../../src/domain/order/order.ts'
import { Cancelled, DeployError } from '../../../../src/errors.ts'
import type { RemoteAnswer, RemoteCommand } from '../../../../src/ports/hosts/remote.ts'
import { fakeClock } from '../../../fakes/clock.ts'
import { SERVICE } from '../../../fakes/samples.ts'
import { damaged, packed, programHost } from '../../../fakes/program-host.ts'
import type { ProgramHost } from '../../../fakes/program-host.ts'

const ORDER = hostOrder('status', { id: '00-a', service: SERVICE, region: 'us-east-1', runUrl: '', token: 0 })

let hosts: Map<string, ProgramHost>
beforeEach(() => void (hosts = new Map(['i-1', 'i-2', 'i-3'].map((id) => [id, programHost()]))))

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
  return host.agent(host.at({ ...NOISY, bootstrap: lines.join('\n') }).bootstrap.split('\n'))
}

function answerOf(hostId: string, ran: { code: number | null; stdout: string; stderr: string } | undefined): RemoteAnswer {
  const status = ran === undefined ? 'not-started' : ran.code === 0 ? 'succeeded' : 'failed'
  return { hostId, commandId: 'c', status, stdout: ran?.stdout ?? '', stderr: ran?.stderr ?? '', seconds: 1 }
}

const statuses = (answers: readonly RemoteAnswer[]): string[] => answers.map(({ hostId, status }) => `${hostId} ${status}`)
const lose = (id: string): void => rmSync(join(hosts.get(id)?.state ?? '', NOISY.sha256), { recursive: true })
const ALL = ['i-1 succeeded', 'i-2 succeeded', 'i-3 succeeded']
const ASKED = '# docker-to-ec2 status to i-1 i-2 i-3'
const PARTS = ['# docker-to-ec2 program 1/2 to i-1 i-2 i-3', '# docker-to-ec2 program 2/2 to i-1 i-2 i-3']

/** A program of two parts. */
const NOISY = packed({ noise: `NOISE = "${randomBytes(30_000).toString('hex')}"\n` })

describe('the program', () => {
  it('is sent part by part, before any order', async () => {
    const sent: string[] = []
    expect(statuses(await bringProgram(NOISY, ssm(sent), [...hosts.keys()]))).toEqual(ALL)
    expect(sent).toEqual(PARTS)
    expect(statuses(await carryOut(NOISY, ssm(sent), command()))).toEqual(ALL)
    expect(sent.slice(2)).toEqual([ASKED])
  })

  it('is not sent again to a host that has it', async () => {
    await bringProgram(NOISY, ssm([]), [...hosts.keys()])
    const sent: string[] = []
    expect(statuses(await bringProgram(NOISY, ssm(sent), [...hosts.keys()]))).toEqual(ALL)
    expect(sent).toEqual(PARTS.slice(0, 1))
    lose('i-2')
    expect(statuses(await bringProgram(NOISY, ssm(sent), [...hosts.keys()]))).toEqual(ALL)
    expect(sent.slice(1)).toEqual([PARTS[0], '# docker-to-ec2 program 2/2 to i-2'])
  })

  it('is refused by one host with its reason, and accepted by the others', async () => {
    hosts.get('i-2')?.fill()
    const sent: string[] = []
    const answers = await bringProgram(NOISY, ssm(sent), [...hosts.keys()])
    expect(statuses(answers)).toEqual(['i-1 succeeded', 'i-2 failed', 'i-3 succeeded'])
    expect(JSON.parse(answers[1]?.stdout ?? '')).toMatchObject({ outcome: 'failed', cause: 'host-unfit' })
    expect(sent).toEqual([PARTS[0], '# docker-to-ec2 program 2/2 to i-1 i-3'])
  })

  it('is refused by each host where it arrives damaged', async () => {
    const answers = await bringProgram(damaged(NOISY), ssm([]), [...hosts.keys()])
    expect(answers.map(({ stdout }) => (JSON.parse(stdout) as { cause: string }).cause)).toEqual(Array(3).fill('program-failed'))
  })
})

describe('a removal of the last service, which takes the program of its host along', () => {
  /** Sends, and before that removes the folder of the programs of a host for some of the commands, counted from 1. */
  function removing(sent: string[], hostId: string, ...before: readonly number[]): Send {
    const send = ssm(sent)
    return (lines, sending) => {
      if (before.includes(sent.length + 1)) rmSync(hosts.get(hostId)?.state ?? '', { recursive: true, force: true })
      return send(lines, sending)
    }
  }

  it('between two parts makes the delivery begin again', async () => {
    const sent: string[] = []
    expect(statuses(await bringProgram(NOISY, removing(sent, 'i-2', 2), [...hosts.keys()]))).toEqual(ALL)
    expect(sent).toEqual([...PARTS, '# docker-to-ec2 program 1/2 to i-2', '# docker-to-ec2 program 2/2 to i-2'])
  })

  it('after the delivery makes the order come again, too', async () => {
    const sent: string[] = []
    await bringProgram(NOISY, ssm([]), [...hosts.keys()])
    expect(statuses(await carryOut(NOISY, removing(sent, 'i-1', 1, 4), command()))).toEqual(ALL)
    expect(sent.filter((title) => title === ASKED)).toHaveLength(3)
  })

  it('each time ends the order with what the host says', async () => {
    const sent: string[] = []
    const each = Array.from({ length: 99 }, (_, at) => at + 1)
    const [first] = await carryOut(NOISY, removing(sent, 'i-1', ...each), command())
    expect(JSON.parse(first?.stdout ?? '')).toMatchObject({ outcome: 'failed', cause: 'program-missing' })
  })
})

describe('an order', () => {
  it('is sent again after the program if a host lacks it', async () => {
    const sent: string[] = []
    expect(statuses(await carryOut(NOISY, ssm(sent), command()))).toEqual(ALL)
    expect(sent).toEqual([ASKED, ...PARTS, ASKED])
    expect(statuses(await carryOut(NOISY, ssm(sent), command()))).toEqual(ALL)
    expect(sent.slice(4)).toEqual([ASKED])
  })

  it('reaches all hosts when only the last one lacks the program', async () => {
    const sent: string[] = []
    await bringProgram(NOISY, ssm([]), [...hosts.keys()])
    lose('i-3')
    const answers = await carryOut(NOISY, ssm(sent), command({ continueOnError: true }))
    expect(statuses(answers)).toEqual(ALL)
    expect(answers.map(({ stdout }) => stdout.includes(JSON.stringify(ORDER)))).toEqual([true, true, true])
    expect(sent).toEqual([ASKED, PARTS[0], '# docker-to-ec2 program 2/2 to i-3', ASKED])
  })

  it('is not sent again if it failed for another reason', async () => {
    const sent: string[] = []
    await bringProgram(NOISY, ssm([]), [...hosts.keys()])
    const failing = command({ order: { ...ORDER, id: '05', runUrl: '"cause": "program-missing"' } })
    expect(statuses(await carryOut(NOISY, ssm(sent), failing))).toEqual(['i-1 failed', 'i-2 not-started', 'i-3 not-started'])
    expect(sent).toEqual([ASKED])
  })

  it('fails with the reason why a host refused the program', async () => {
    const sent: string[] = []
    const [first, ...others] = await carryOut(damaged(NOISY), ssm(sent), command())
    expect(JSON.parse(first?.stdout ?? '')).toMatchObject({ outcome: 'failed', cause: 'program-failed' })
    expect(statuses(others)).toEqual(['i-2 not-started', 'i-3 not-started'])
    expect(sent).toEqual([ASKED, ...PARTS, ASKED])
  })
})

describe('a command whose answer the agent of a host lost', () => {
  type Status = RemoteAnswer['status']
  const IDS = ['i-1', 'i-2', 'i-3']
  const [again, afterwards] = [2000, 8000]

  /** Sends to hosts with these statuses, in turn, or throws; the last ones stay. */
  function sent(turns: readonly (readonly Status[] | Error)[], more: Partial<RemoteCommand> = {}) {
    const clock = fakeClock()
    const [to, told]: [string[], string[]] = [[], []]
    const send: Send = async (_, { hostIds }) => {
      const statuses = turns[Math.min(to.push(hostIds.join(' ')), turns.length) - 1] ?? []
      if (statuses instanceof Error) throw statuses
      return hostIds.map((hostId, at) => ({ ...answerOf(hostId, undefined), status: statuses[at] ?? 'succeeded' }))
    }
    const sending = { ...command({ hostIds: IDS, ...more }), id: 'o-1' }
    const onAgentFailed = (ids: readonly string[]): void => void told.push(ids.join(' '))
    return { to, told, clock, answers: sendingAgain(send, { clock, onAgentFailed })([], sending) }
  }

  it('is sent again to that host, and to those that SSM left out because of it', async () => {
    const { answers, to, told, clock } = sent([['succeeded', 'agent-failed', 'not-started'], ['succeeded', 'agent-failed'], ['succeeded']])
    expect(statuses(await answers)).toEqual(ALL)
    expect(to).toEqual(['i-1 i-2 i-3', 'i-2 i-3', 'i-3'])
    expect(told).toEqual(['i-2', 'i-3'])
    expect(clock.slept).toEqual([again, afterwards])
  })

  it('is sent three times at most', async () => {
    const { answers, to } = sent([['agent-failed', 'not-started', 'not-started']])
    expect(statuses(await answers)).toEqual(['i-1 agent-failed', 'i-2 not-started', 'i-3 not-started'])
    expect(to).toHaveLength(3)
  })

  it('keeps the answers of the other hosts while SSM takes that one for offline', async () => {
    const turns = [['succeeded', 'agent-failed', 'succeeded'], new DeployError('agent-offline', 'SSM has no agent online on i-2.')] as const
    const { answers, to } = sent(turns)
    expect(statuses(await answers)).toEqual(['i-1 succeeded', 'i-2 agent-failed', 'i-3 succeeded'])
    expect(to).toEqual(['i-1 i-2 i-3', 'i-2', 'i-2'])
    expect(statuses(await sent([...turns, ['succeeded']]).answers)).toEqual(ALL)
    await expect(sent([['agent-failed'], new Cancelled()]).answers).rejects.toThrow(Cancelled)
  })

  it.each(['failed', 'timed-out', 'cancelled', 'undelivered'] as const)('stays as it is beside a host that has %s', async (other) => {
    const { answers, to } = sent([['agent-failed', other, 'not-started']])
    expect(statuses(await answers)).toEqual(['i-1 agent-failed', `i-2 ${other}`, 'i-3 not-started'])
    expect(to).toHaveLength(1)
  })

  it('is sent again beside a failed host if all hosts get it anyway', async () => {
    const { answers, to } = sent([['agent-failed', 'failed', 'succeeded'], ['succeeded']], { continueOnError: true })
    expect(statuses(await answers)).toEqual(['i-1 succeeded', 'i-2 failed', 'i-3 succeeded'])
    expect(to).toEqual(['i-1 i-2 i-3', 'i-1'])
  })

  it.each(['failed', 'timed-out', 'cancelled', 'undelivered', 'not-started'] as const)('alone is reason enough: not %s', async (status) => {
    const { answers, to } = sent([[status]], { hostIds: ['i-1'] })
    expect(statuses(await answers)).toEqual([`i-1 ${status}`])
    expect(to).toHaveLength(1)
  })
})
