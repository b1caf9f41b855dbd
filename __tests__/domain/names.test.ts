import { describe, expect, test } from '@jest/globals'
import { profileName, roleName } from '../../src/domain/host/role-name.ts'
import { liveTag } from '../../src/domain/image/image.ts'
import { writableVolumes } from '../../src/domain/data/volumes.ts'
import {
  leaseName,
  managedTags,
  parameterPath,
  queueName,
  recordName,
  repositoryName,
  securityGroupName,
  serviceKey,
} from '../../src/domain/service.ts'
import type { Service } from '../../src/domain/service.ts'
import { fc } from '../fakes/properties.ts'

const REGION = 'ap-southeast-1'

/** Every name that is made of a service and its environment. On a host, all are made of the key. */
const NAMES: Readonly<Record<string, (service: Service) => string>> = {
  'host: key': serviceKey,
  'host: volume': (service) => writableVolumes(service, ['data:/data'])[0]?.name ?? '',
  'IAM: instance profile': (service) => profileName(service, REGION),
  'IAM: role': (service) => roleName(service, REGION),
  'EC2: security group': securityGroupName,
  'EC2: tag Name': (service) => managedTags(service)['Name'] ?? '',
  'SSM: path': parameterPath,
  'SSM: record': recordName,
  'SSM: lease': leaseName,
  'SSM: queue': queueName,
  'ECR: repository': repositoryName,
  'ECR: live tag': liveTag,
}

/** One row of words, cut in two at two places: their hyphenated names are equal. */
const lookalikes = fc
  .array(fc.stringMatching(/^[a-z0-9]{1,12}$/), { minLength: 3, maxLength: 6 })
  .chain((words) => {
    const cut = fc.integer({ min: 1, max: words.length - 1 })
    const serviceAt = (at: number): Service => ({ name: words.slice(0, at).join('-'), environment: words.slice(at).join('-') })
    return fc.tuple(cut, cut).map(([one, other]) => [serviceAt(one), serviceAt(other)] as const)
  })
  .filter(([one, other]) => one.name !== other.name)

describe.each(Object.entries(NAMES))('%s', (_, nameOf) => {
  test('is never equal for two services', () => {
    fc.assert(fc.property(lookalikes, ([one, other]) => nameOf(one) !== nameOf(other)))
  })
})

test('the lookalikes are what a hyphen between the halves would confuse', () => {
  const hyphenated = ({ name, environment }: Service): string => `${name}-${environment}`
  fc.assert(fc.property(lookalikes, ([one, other]) => hyphenated(one) === hyphenated(other)))
})

describe('IAM', () => {
  const long = { name: 'a'.repeat(40), environment: 'b'.repeat(40) }

  test('takes the names of the longest service', () => {
    expect(roleName(long, REGION)).toMatch(/^[\w+=,.@-]{64}$/)
    expect(profileName(long, REGION)).toMatch(/^[\w+=,.@-]{1,128}$/)
  })

  test('has another name for each region', () => {
    expect(roleName(long, 'us-east-1')).not.toBe(roleName(long, 'us-east-2'))
  })

  test('has the usual name of the role and of its profile', () => {
    const service = { name: 'web', environment: 'production' }
    expect([roleName(service, 'us-east-1'), profileName(service, 'us-east-1')]).toEqual(
      Array(2).fill('docker-to-ec2.web.production.us-east-1'),
    )
  })
})
