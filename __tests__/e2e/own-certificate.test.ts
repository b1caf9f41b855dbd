import { expect } from '@jest/globals'
import type { HostHandle } from '../../local/host/host.ts'
import { createHostedZone } from '../../local/hosted-zones.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { onHost, running } from './support/on-host.ts'
import { ended, errorOf, openBed } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { shownCertificate } from './support/shown-certificate.ts'
import { beforeEach, given, it } from './support/test.ts'
import { makeAuthority } from '../fakes/certificates.ts'
import type { TestAuthority } from '../fakes/certificates.ts'

const NAME = 'shop.example.com'
const SECRET = 'docker-to-ec2/web/production/tls'
const INPUTS = { domains: NAME, tls: `secretsmanager:${SECRET}` }

let bed: Bed
let run: ActionRun
let host: HostHandle
let authority: TestAuthority
let version = 0
/** Of the certificate that was issued last. */
let key = ''

const served = given(async () => {
  bed = await openBed()
  await createHostedZone(bed.cloud, 'example.com')
  authority = await makeAuthority()
  await bed.cloud.observe('secretsmanager', 'CreateSecret', { Name: SECRET, SecretString: await issued(NAME) })
  run = ended(await bed.act(INPUTS), 'deployed')
  host = await bed.hostOf(run)
})
beforeEach(served)

/** A secret with a certificate for a name, whose serial number is `version`. */
async function issued(name: string): Promise<string> {
  version += 1
  const pair = await authority.issue(name, version)
  key = pair.key
  return JSON.stringify(pair)
}

async function rotate(name = NAME): Promise<void> {
  await bed.cloud.observe('secretsmanager', 'PutSecretValue', { SecretId: SECRET, SecretString: await issued(name) })
}

/** The serial number of the certificate by which a visitor, who trusts the authority, is served. */
const shown = () => shownCertificate(run.outputs['public-ip'] ?? '', { servername: NAME, ca: authority.certificate })

it('a visitor who trusts its authority is served, and the output url has https', async () => {
  expect(run.outputs['url']).toBe(`https://${NAME}`)
  expect(await shown()).toBe(1)
})

it('a deploy without other changes loads the renewed certificate, and leaves the container alone', async () => {
  await rotate()
  const slots = await running(host)
  run = ended(await bed.act(INPUTS), 'deployed')
  expect([await shown(), await running(host)]).toEqual([version, slots])
  ended(await bed.act(INPUTS), 'unchanged')
})

it('a restart loads it, too', async () => {
  await rotate()
  run = ended(await bed.act({ ...INPUTS, command: 'restart', port: undefined, domains: undefined, tls: undefined }), 'restarted')
  expect(await shown()).toBe(version)
})

it('a certificate for another name is refused with the reason, and changes nothing', async () => {
  const before = await shown()
  await rotate('other.example.com')
  await bed.commit()
  const failed = ended(await bed.act(INPUTS), 'failed', 'certificate-invalid')
  expect(errorOf(failed)).toContain(`the certificate does not cover ${NAME}`)
  expect(await shown()).toBe(before)
})

it('its key is in a single file of the host, and in no call of the workflow', async () => {
  const before = key
  await rotate()
  run = ended(await bed.act(INPUTS), 'deployed')
  expect(key).not.toBe(before)
  const line = key.split('\n')[1] ?? ''
  const files = await onHost(host, `grep -rls -- ${line} /var/lib/docker-to-ec2 /run/docker-to-ec2 /var/lib/docker/containers || true`)
  expect(files.trim().split('\n')).toEqual([
    expect.stringMatching(/^\/var\/lib\/docker-to-ec2\/proxy\/certificates\/web\.production\.[0-9a-f]{16}\.pem$/),
  ])
  expect(JSON.stringify(await bed.calls())).not.toContain(line)
  expect(run.stdout).not.toContain(line)
})
