import {
  ChangeResourceRecordSetsCommand,
  GetChangeCommand,
  GetHostedZoneCommand,
  ListHostedZonesCommand,
  ListResourceRecordSetsCommand,
  Route53Client,
} from '@aws-sdk/client-route-53'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { route53Zones } from '../../../../src/adapters/aws/route53/zones.ts'
import { awsError } from '../../../fakes/aws-error.ts'
import { anA, ZONE } from '../../../fakes/zones.ts'

const route53 = mockClient(Route53Client)
const zones = route53Zones(new Route53Client({ region: 'us-east-1' }))
const STORED = { Id: '/hostedzone/Z1', Name: 'Example.com.', CallerReference: '1', Config: { PrivateZone: false } }
const stored = (Name: string, Value = '203.0.113.7') => ({ Name, Type: 'A' as const, TTL: 60, ResourceRecords: [{ Value }] })
const page = { IsTruncated: false, MaxItems: 300 }

beforeEach(() => {
  route53.reset()
})

describe('zones', () => {
  test('are listed from all pages', async () => {
    route53
      .on(ListHostedZonesCommand)
      .resolvesOnce({ HostedZones: [STORED], IsTruncated: true, NextMarker: 'm', Marker: '', MaxItems: 100 })
      .resolves({
        HostedZones: [{ ...STORED, Id: '/hostedzone/Z2', Config: { PrivateZone: true } }],
        IsTruncated: false,
        Marker: 'm',
        MaxItems: 100,
      })
    await expect(zones.list()).resolves.toEqual([ZONE, { ...ZONE, id: 'Z2', isPrivate: true }])
  })

  test('are unknown if the role cannot list them', async () => {
    route53.on(ListHostedZonesCommand).rejects(awsError('AccessDenied', 'User is not authorized to perform: route53:ListHostedZones'))
    await expect(zones.list()).resolves.toBe('denied')
  })

  test('are not unknown after a temporary failure', async () => {
    route53.on(ListHostedZonesCommand).rejects(awsError('Throttling', 'Rate exceeded'))
    await expect(zones.list()).rejects.toMatchObject({ code: 'aws-unavailable' })
  })

  test('are found by id, or not at all', async () => {
    route53.on(GetHostedZoneCommand, { Id: 'Z1' }).resolves({ HostedZone: STORED })
    route53.on(GetHostedZoneCommand, { Id: 'Z9' }).rejects(awsError('NoSuchHostedZone', 'No hosted zone found with ID: Z9'))
    await expect(zones.get('Z1')).resolves.toEqual(ZONE)
    await expect(zones.get('Z9')).resolves.toBeUndefined()
  })
})

describe('record sets', () => {
  test('are found at a name, with decoded names', async () => {
    route53.on(ListResourceRecordSetsCommand).resolves({
      ...page,
      ResourceRecordSets: [
        stored('\\052.example.com.'),
        {
          Name: '\\052.example.com.',
          Type: 'AAAA',
          AliasTarget: { HostedZoneId: 'Z2', DNSName: 'D1.cloudfront.net.', EvaluateTargetHealth: false },
        },
        { ...stored('\\052.example.com.'), SetIdentifier: 'blue', Weight: 1 },
        stored('a.example.com.'),
      ],
    })
    await expect(zones.setsAt(ZONE, ['*.example.com'])).resolves.toEqual([
      anA('*.example.com', '203.0.113.7'),
      { name: '*.example.com', type: 'AAAA', values: [], alias: 'd1.cloudfront.net', routed: false },
      { ...anA('*.example.com', '203.0.113.7'), routed: true },
    ])
    expect(route53.commandCalls(ListResourceRecordSetsCommand)[0]?.args[0].input).toEqual({
      HostedZoneId: 'Z1',
      StartRecordName: '*.example.com',
    })
  })

  test('are found below a name, over pages, and no further', async () => {
    route53
      .on(ListResourceRecordSetsCommand)
      .resolvesOnce({
        ...page,
        IsTruncated: true,
        NextRecordName: 'b._x.example.com.',
        NextRecordType: 'A',
        ResourceRecordSets: [stored('a._x.example.com.')],
      })
      .resolvesOnce({
        ...page,
        IsTruncated: true,
        NextRecordName: 'z.example.com.',
        ResourceRecordSets: [stored('b._x.example.com.'), stored('c.example.com.')],
      })
      .rejects(new Error('nobody is to ask for more'))
    const names = (await zones.setsBelow(ZONE, '_x.example.com')).map(({ name }) => name)
    expect(names).toEqual(['a._x.example.com', 'b._x.example.com'])
    expect(route53.commandCalls(ListResourceRecordSetsCommand)[1]?.args[0].input).toEqual({
      HostedZoneId: 'Z1',
      StartRecordName: 'b._x.example.com.',
      StartRecordType: 'A',
    })
  })

  test('are empty in a missing zone', async () => {
    route53.on(ListResourceRecordSetsCommand).rejects(awsError('NoSuchHostedZone', 'No hosted zone found'))
    await expect(zones.setsBelow(ZONE, '_x.example.com')).resolves.toEqual([])
  })

  test('name the permission that the role lacks', async () => {
    const words =
      'User: x is not authorized to perform: route53:ListResourceRecordSets on resource: arn:aws:route53:::hostedzone/Z1 because'
    route53.on(ListResourceRecordSetsCommand).rejects(awsError('AccessDenied', words))
    await expect(zones.setsAt(ZONE, ['example.com'])).rejects.toMatchObject({
      code: 'not-allowed',
      message: expect.stringContaining('route53:ListResourceRecordSets on arn:aws:route53:::hostedzone/Z1'),
    })
  })
})

describe('a change', () => {
  const changes = [{ action: 'CREATE', set: anA('shop.example.com', '203.0.113.7', '203.0.113.8') }] as const

  test('is one batch', async () => {
    route53.on(ChangeResourceRecordSetsCommand).resolves({ ChangeInfo: { Id: '/change/C1', Status: 'PENDING', SubmittedAt: undefined } })
    await expect(zones.change(ZONE, changes)).resolves.toEqual({ kind: 'accepted', id: '/change/C1' })
    expect(route53.commandCalls(ChangeResourceRecordSetsCommand)[0]?.args[0].input).toEqual({
      HostedZoneId: 'Z1',
      ChangeBatch: {
        Comment: 'docker-to-ec2',
        Changes: [
          {
            Action: 'CREATE',
            ResourceRecordSet: {
              Name: 'shop.example.com',
              Type: 'A',
              TTL: 60,
              ResourceRecords: [{ Value: '203.0.113.7' }, { Value: '203.0.113.8' }],
            },
          },
        ],
      },
    })
  })

  test('is refused if the record has changed', async () => {
    const words = "[Tried to create resource record set [name='shop.example.com.', type='A'] but it already exists]"
    route53.on(ChangeResourceRecordSetsCommand).rejects(awsError('InvalidChangeBatch', words))
    await expect(zones.change(ZONE, changes)).resolves.toEqual({ kind: 'overtaken', reason: words })
  })

  test.each([
    ['PriorRequestNotComplete', 'aws-unavailable'],
    ['Throttling', 'aws-unavailable'],
    ['AccessDenied', 'not-allowed'],
  ])('fails with the answer %s', async (name, code) => {
    route53.on(ChangeResourceRecordSetsCommand).rejects(awsError(name, 'no'))
    await expect(zones.change(ZONE, changes)).rejects.toMatchObject({ code })
  })

  test.each([
    ['PENDING', false],
    ['INSYNC', true],
  ] as const)('is %s', async (Status, expected) => {
    route53.on(GetChangeCommand).resolves({ ChangeInfo: { Id: 'C1', Status, SubmittedAt: undefined } })
    await expect(zones.isInSync('C1')).resolves.toBe(expected)
  })
})
