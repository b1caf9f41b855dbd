import {
  BatchDeleteImageCommand,
  BatchGetImageCommand,
  CreateRepositoryCommand,
  DeleteRepositoryCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  ECRClient,
  GetAuthorizationTokenCommand,
  GetLifecyclePolicyCommand,
  ListTagsForResourceCommand,
  PutLifecyclePolicyCommand,
} from '@aws-sdk/client-ecr'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { ecrRepositories } from '../../../../src/adapters/aws/ecr/repositories.ts'
import { LIFECYCLE_POLICY } from '../../../../src/domain/image/image.ts'
import { awsError } from '../../../fakes/aws-error.ts'
import { clearedRepository } from '../../../fakes/cleared.ts'

const ecr = mockClient(ECRClient)
const masked: string[] = []
const repositories = ecrRepositories(new ECRClient({ region: 'us-east-1' }), {
  service: { name: 'web', environment: 'production' },
  mask: (secret) => masked.push(secret),
})
const ARN = 'arn:aws:ecr:us-east-1:123456789012:repository/web'
const OF_SERVICE = [
  { Key: 'docker-to-ec2:service', Value: 'web' },
  { Key: 'docker-to-ec2:environment', Value: 'production' },
]
const MANAGED = { Key: 'docker-to-ec2:managed', Value: 'true' }
const OWN = [...OF_SERVICE, MANAGED]
const names = () => ecr.calls().map(({ args: [command] }) => command.constructor.name)

beforeEach(() => {
  ecr.reset()
  masked.length = 0
  ecr.on(DescribeRepositoriesCommand, { repositoryNames: ['web'] }).resolves({ repositories: [{ repositoryArn: ARN }] })
  ecr.on(ListTagsForResourceCommand, { resourceArn: ARN }).resolves({ tags: OWN })
})

test('finds the newest of several tags in any order', async () => {
  ecr
    .on(BatchGetImageCommand, { repositoryName: 'web', imageIds: [{ imageTag: 'a' }, { imageTag: 'a-r1' }, { imageTag: 'a-r2' }] })
    .resolves({
      images: [{ imageId: { imageTag: 'a-r1', imageDigest: 'sha256:1' } }, { imageId: { imageTag: 'a', imageDigest: 'sha256:0' } }],
      failures: [{ imageId: { imageTag: 'a-r2' }, failureCode: 'ImageNotFound' }],
    })
  expect(await repositories.newest('web', ['a', 'a-r1', 'a-r2'])).toEqual({ kind: 'image', tag: 'a-r1', digest: 'sha256:1' })
  ecr.on(BatchGetImageCommand).resolves({ images: [], failures: [] })
  expect(await repositories.newest('web', ['b'])).toEqual({ kind: 'no-image' })
  ecr.on(BatchGetImageCommand).rejects(awsError('RepositoryNotFoundException'))
  expect(await repositories.newest('web', ['b'])).toEqual({ kind: 'no-repository' })
})

test('lists the tags of a digest', async () => {
  ecr.on(DescribeImagesCommand).rejects(awsError('ImageNotFoundException'))
  ecr
    .on(DescribeImagesCommand, { repositoryName: 'web', imageIds: [{ imageDigest: 'sha256:1' }] })
    .resolves({ imageDetails: [{ imageDigest: 'sha256:1', imageTags: ['abc', 'cache'] }] })
  expect(await repositories.tags('web', 'sha256:1')).toEqual(['abc', 'cache'])
  expect(await repositories.tags('web', 'sha256:2')).toEqual([])
})

test('lists no tags in a missing repository', async () => {
  ecr.on(DescribeImagesCommand).rejects(awsError('RepositoryNotFoundException'))
  expect(await repositories.tags('web', 'sha256:1')).toEqual([])
})

test('finds the digest of a tag', async () => {
  ecr
    .on(DescribeImagesCommand, { repositoryName: 'web', imageIds: [{ imageTag: 'abc' }] })
    .resolves({ imageDetails: [{ imageDigest: 'sha256:1' }] })
  expect(await repositories.find('web', 'abc')).toEqual({ kind: 'image', digest: 'sha256:1' })
})

test.each([
  ['ImageNotFoundException', 'no-image'],
  ['RepositoryNotFoundException', 'no-repository'],
])('finds no digest: %s', async (name, kind) => {
  ecr.on(DescribeImagesCommand).rejects(awsError(name))
  expect(await repositories.find('web', 'abc')).toEqual({ kind })
})

test('creates a repository with scanning, lifecycle rules and immutable tags, except those that move', async () => {
  ecr.on(DescribeRepositoriesCommand).rejects(awsError('RepositoryNotFoundException'))
  ecr.on(CreateRepositoryCommand).resolves({})
  await repositories.ensure('web')
  expect(ecr.commandCalls(CreateRepositoryCommand)[0]?.args[0].input).toEqual({
    repositoryName: 'web',
    imageScanningConfiguration: { scanOnPush: true },
    imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
    imageTagMutabilityExclusionFilters: [
      { filterType: 'WILDCARD', filter: 'cache*' },
      { filterType: 'WILDCARD', filter: 'live-*' },
    ],
    tags: [...OWN, { Key: 'Name', Value: 'web.production' }],
  })
  const { lifecyclePolicyText = '', ...rest } = ecr.commandCalls(PutLifecyclePolicyCommand)[0]?.args[0].input ?? {}
  expect(rest).toEqual({ repositoryName: 'web' })
  expect(JSON.parse(lifecyclePolicyText)).toEqual(LIFECYCLE_POLICY)
})

test('uses a repository that another run creates at the same moment', async () => {
  ecr
    .on(DescribeRepositoriesCommand)
    .rejectsOnce(awsError('RepositoryNotFoundException'))
    .resolves({ repositories: [{ repositoryArn: ARN }] })
  ecr.on(CreateRepositoryCommand).rejects(awsError('RepositoryAlreadyExistsException'))
  await expect(repositories.ensure('web')).resolves.toBeUndefined()
  ecr.on(ListTagsForResourceCommand).resolves({ tags: [MANAGED] })
  ecr.on(DescribeRepositoriesCommand).rejectsOnce(awsError('RepositoryNotFoundException'))
  await expect(repositories.ensure('web')).rejects.toMatchObject({ code: 'repository-taken' })
})

test('leaves a repository with its rules alone', async () => {
  ecr.on(GetLifecyclePolicyCommand).resolves({ lifecyclePolicyText: '{}' })
  await repositories.ensure('web')
  expect(names()).toEqual([DescribeRepositoriesCommand.name, ListTagsForResourceCommand.name, GetLifecyclePolicyCommand.name])
})

test.each([
  ['of our own gets rules that an interrupted run did not set', OWN, 1],
  ['that somebody made for the service stays without', OF_SERVICE, 0],
])('a repository %s', async (_, tags, expected) => {
  ecr.on(GetLifecyclePolicyCommand).rejects(awsError('LifecyclePolicyNotFoundException'))
  ecr.on(ListTagsForResourceCommand).resolves({ tags })
  await repositories.ensure('web')
  expect(ecr.commandCalls(PutLifecyclePolicyCommand)).toHaveLength(expected)
})

describe.each([
  ['of nobody', []],
  ['of the service alone', [MANAGED, { Key: 'docker-to-ec2:service', Value: 'web' }]],
  ['of another environment', OWN.map((tag) => (tag.Value === 'production' ? { ...tag, Value: 'staging' } : tag))],
  ['of another service', OWN.map((tag) => (tag.Value === 'web' ? { ...tag, Value: 'web-eu' } : tag))],
])('a repository %s', (_, tags) => {
  beforeEach(() => void ecr.on(ListTagsForResourceCommand).resolves({ tags }))

  test.each(['assertOwn', 'ensure'] as const)('is refused by %s, which says how to adopt it', async (method) => {
    await expect(repositories[method]('web')).rejects.toMatchObject({
      code: 'repository-taken',
      hint: expect.stringContaining(`aws ecr tag-resource --resource-arn ${ARN} --tags Key=docker-to-ec2:service,Value=web`),
    })
    expect(ecr.commandCalls(PutLifecyclePolicyCommand)).toHaveLength(0)
  })

  test('is not removed', async () => {
    expect(await repositories.remove(clearedRepository('web'), { name: 'web', environment: 'production' })).toBe(false)
    expect(ecr.commandCalls(DeleteRepositoryCommand)).toHaveLength(0)
  })
})

test('accepts a missing repository and one that is tagged for the environment', async () => {
  await expect(repositories.assertOwn('web')).resolves.toBeUndefined()
  ecr.on(DescribeRepositoriesCommand).rejects(awsError('RepositoryNotFoundException'))
  await expect(repositories.assertOwn('web')).resolves.toBeUndefined()
})

test('masks the credentials as received and as used', async () => {
  const authorizationToken = Buffer.from('AWS:pass:word').toString('base64')
  const proxyEndpoint = 'https://123456789012.dkr.ecr.us-east-1.amazonaws.com'
  ecr.on(GetAuthorizationTokenCommand).resolves({ authorizationData: [{ authorizationToken, proxyEndpoint }] })
  expect(await repositories.credentials()).toEqual({
    registry: '123456789012.dkr.ecr.us-east-1.amazonaws.com',
    username: 'AWS',
    password: 'pass:word',
  })
  await repositories.credentials()
  expect(ecr.commandCalls(GetAuthorizationTokenCommand)).toHaveLength(1)
  expect(masked).toEqual([authorizationToken, 'pass:word'])
})

test.each([
  ['had an image', { imageIds: [{ imageTag: 'live-web.production' }] }, true],
  ['had none', { imageIds: [], failures: [{ failureCode: 'ImageNotFound' as const }] }, false],
])('says whether it removed a tag that %s', async (_, answer, was) => {
  ecr.on(BatchDeleteImageCommand, { repositoryName: 'web', imageIds: [{ imageTag: 'live-web.production' }] }).resolves(answer)
  expect(await repositories.untag('web', 'live-web.production')).toBe(was)
})

test('removes its own repository with its images', async () => {
  expect(await repositories.remove(clearedRepository('web'), { name: 'web', environment: 'production' })).toBe(true)
  expect(ecr.commandCalls(DeleteRepositoryCommand)[0]?.args[0].input).toEqual({ repositoryName: 'web', force: true })
})

test.each([
  ['that somebody created for the service', () => ecr.on(ListTagsForResourceCommand).resolves({ tags: OF_SERVICE })],
  ['that is missing', () => ecr.on(DescribeRepositoriesCommand).rejects(awsError('RepositoryNotFoundException'))],
])('does not remove a repository %s', async (_, arrange) => {
  arrange()
  expect(await repositories.remove(clearedRepository('web'), { name: 'web', environment: 'production' })).toBe(false)
  expect(ecr.commandCalls(DeleteRepositoryCommand)).toHaveLength(0)
})
