import { DescribeSecurityGroupsCommand, EC2Client } from '@aws-sdk/client-ec2'
import { expect } from '@jest/globals'
import { createHostedZone } from '../../local/hosted-zones.ts'
import type { HostedZone } from '../../local/hosted-zones.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import type { HostLine } from '../../src/report/parts/report.ts'
import { makeAuthority } from '../fakes/certificates.ts'
import type { TestAuthority } from '../fakes/certificates.ts'
import { shownCertificate } from './support/shown-certificate.ts'
import { beforeEach, given, it } from './support/test.ts'
import { ended, openBed } from './support/test-bed.ts'
import { underLoad } from './support/under-load.ts'
import type { Bed } from './support/test-bed.ts'

const NAME = 'shop.example.com'
const SECRET = 'docker-to-ec2/web/production/tls'
const INPUTS = { instances: '2', domains: NAME, tls: `secretsmanager:${SECRET}` }

let bed: Bed
let zone: HostedZone
let authority: TestAuthority
let addresses: readonly string[]

const served = given(async () => {
  bed = await openBed()
  zone = await createHostedZone(bed.cloud, 'example.com')
  authority = await makeAuthority()
  await bed.cloud.observe('secretsmanager', 'CreateSecret', { Name: SECRET, SecretString: await issued(1) })
  addresses = linesOf(ended(await bed.act(INPUTS), 'deployed')).map(({ ip }) => ip)
})
beforeEach(served)

const linesOf = (run: ActionRun): HostLine[] => JSON.parse(run.outputs['hosts'] ?? '[]') as HostLine[]
const issued = async (serial: number): Promise<string> => JSON.stringify(await authority.issue(NAME, serial))

/** The serial number of the certificate by which a host serves a visitor who trusts the authority. */
const shownBy = (host: string) => shownCertificate(host, { servername: NAME, ca: authority.certificate })

/** The ports that the service's security group lets visitors in by. */
async function open(): Promise<string[]> {
  const ec2 = new EC2Client(bed.cloud.observer)
  const { SecurityGroups = [] } = await ec2.send(
    new DescribeSecurityGroupsCommand({ Filters: [{ Name: 'tag-key', Values: ['docker-to-ec2:service'] }] }),
  )
  return SecurityGroups.flatMap(({ IpPermissions = [] }) => IpPermissions.map((one) => `${one.FromPort}/${one.IpProtocol}`)).sort()
}

it('each host of a service serves its name by HTTPS', async () => {
  expect(new Set(addresses).size).toBe(2)
  expect(await zone.records()).toContain(`${NAME} A ${addresses.toSorted().join(', ')}`)
  expect(await Promise.all(addresses.map(shownBy))).toEqual([1, 1])
})

it('each host loads a new certificate with a release, and loses no request', async () => {
  await bed.cloud.observe('secretsmanager', 'PutSecretValue', { SecretId: SECRET, SecretString: await issued(2) })
  await bed.commit()
  const to = (address: string) => ({ url: `https://${NAME}`, way: { address, authority: authority.certificate } })
  const [first = '', second = ''] = addresses
  let inner = {}
  const outer = await underLoad(to(first), async () => {
    inner = await underLoad(to(second), async () => void ended(await bed.act(INPUTS), 'deployed'))
  })
  expect([outer, inner]).toEqual([expect.objectContaining({ failed: 0 }), expect.objectContaining({ failed: 0 })])
  expect(await Promise.all(addresses.map(shownBy))).toEqual([2, 2])
})

it('ports are open as long as the service uses them', async () => {
  const { domains, instances } = INPUTS
  expect(await open()).toEqual(['443/tcp', '443/udp', '80/tcp'])
  ended(await bed.act({ domains, instances }), 'deployed')
  expect(await open()).toEqual(['80/tcp'])
  ended(await bed.act({ domains, instances, 'external-proxy': 'true', 'http-port': '8081' }), 'deployed')
  expect(await open()).toEqual([])
  ended(await bed.act(INPUTS), 'deployed')
  expect(await open()).toEqual(['443/tcp', '443/udp', '80/tcp'])
})

it('names and ports are removed with the service', async () => {
  ended(await bed.act({ command: 'destroy', port: undefined }), 'destroyed')
  expect([await zone.records(), await open()]).toEqual([[], []])
})
