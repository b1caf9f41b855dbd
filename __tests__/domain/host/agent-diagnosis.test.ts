import { describe, expect, it } from '@jest/globals'
import { diagnoseAgent } from '../../../src/domain/host/agent-diagnosis.ts'
import { aHost } from '../../fakes/samples.ts'

const UNKNOWN = { kind: 'unknown' } as const
const LOST = { kind: 'offline', lastSeen: new Date('2026-11-23T12:00:00Z') } as const

describe('why SSM cannot reach a host, and what helps', () => {
  it.each([
    ['still booting', aHost({ state: 'pending' }), UNKNOWN, 'is pending', /booting.*host-timeout/],
    ['stopped', aHost({ state: 'stopped' }), LOST, 'is stopped', /Run this again/],
    ['terminated', aHost({ state: 'terminated' }), LOST, 'is terminated', /new host.*instance-id/],
    ['without a profile', aHost({ instanceProfile: undefined }), UNKNOWN, 'has no instance profile', /instance profile.*instance-id/],
    ['lost', aHost(), LOST, 'lost its connection, last seen at 2026-11-23T12:00:00.000Z', /Reboot.*memory.*disk/],
    ['lost before anyone looked', aHost(), { kind: 'offline', lastSeen: undefined }, 'lost its connection', /Reboot/],
    ['in a private subnet', aHost({ publicIp: undefined }), UNKNOWN, 'needs NAT or VPC endpoints', /routes/],
    ['never seen', aHost(), UNKNOWN, 'needs a route to the internet', /routes.*role.*SSM agent.*host-timeout/],
  ] as const)('%s', (_, host, agent, reason, next) => {
    const diagnosis = diagnoseAgent({ host, agent })
    expect(diagnosis.reason).toContain(reason)
    expect(diagnosis.hint).toMatch(next)
  })
})
