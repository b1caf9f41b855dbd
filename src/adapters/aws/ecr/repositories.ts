import {
  BatchDeleteImageCommand,
  BatchGetImageCommand,
  CreateRepositoryCommand,
  DeleteRepositoryCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  GetAuthorizationTokenCommand,
  GetLifecyclePolicyCommand,
  ListTagsForResourceCommand,
  PutLifecyclePolicyCommand,
} from '@aws-sdk/client-ecr'
import type { ECRClient, Repository } from '@aws-sdk/client-ecr'
import { LIFECYCLE_POLICY, MOVING_TAGS } from '../../../domain/image/image.ts'
import type { RegistryCredentials } from '../../../domain/image/image.ts'
import { displayName, managedTags, serviceTags, TAG_MANAGED } from '../../../domain/service.ts'
import type { Service } from '../../../domain/service.ts'
import { DeployError } from '../../../errors.ts'
import type { Newest, Repositories, Tagged } from '../../../ports/image/repositories.ts'
import { aws, isNamed, unlessMissing } from '../errors.ts'

const NO_REPOSITORY = 'RepositoryNotFoundException'

export interface EcrSpec {
  /** The service that owns the repositories. */
  readonly service: Service
  /** Keeps a text out of the log. */
  readonly mask: (secret: string) => void
}

export function ecrRepositories(client: ECRClient, { service, mask }: EcrSpec): Repositories {
  // ECR's tokens are valid for twelve hours.
  let asked: Promise<RegistryCredentials> | undefined
  return {
    find: (repository, tag) => find(client, repository, tag),
    newest: (repository, all) => newest(client, repository, all),
    tags: (repository, digest) => tags(client, repository, digest),
    ensure: (repository) => ensure(client, service, repository),
    assertOwn: (repository) => assertOwn(client, service, repository),
    credentials: () => (asked ??= credentials(client, mask)),
    untag: (repository, tag) => untag(client, repository, tag),
    remove: ({ name }, of) => remove(client, of, name),
  }
}

async function find(client: ECRClient, repositoryName: string, imageTag: string): Promise<Tagged> {
  const request = new DescribeImagesCommand({ repositoryName, imageIds: [{ imageTag }] })
  try {
    const found = await unlessMissing('ecr:DescribeImages', client.send(request), 'ImageNotFoundException')
    const digest = found?.imageDetails?.[0]?.imageDigest
    return digest === undefined ? { kind: 'no-image' } : { kind: 'image', digest }
  } catch (error) {
    if (isNamed(error, NO_REPOSITORY)) return { kind: 'no-repository' }
    throw error
  }
}

/** Not DescribeImages: if one of the requested images is missing, it reports only that. */
async function newest(client: ECRClient, repositoryName: string, all: readonly string[]): Promise<Newest> {
  const request = new BatchGetImageCommand({ repositoryName, imageIds: all.map((imageTag) => ({ imageTag })) })
  const answer = await unlessMissing('ecr:BatchGetImage', client.send(request), NO_REPOSITORY)
  if (answer === undefined) return { kind: 'no-repository' }
  const digests = new Map((answer.images ?? []).map(({ imageId }) => [imageId?.imageTag ?? '', imageId?.imageDigest]))
  const tag = all.findLast((one) => digests.get(one) !== undefined)
  return tag === undefined ? { kind: 'no-image' } : { kind: 'image', tag, digest: digests.get(tag) ?? '' }
}

async function tags(client: ECRClient, repositoryName: string, imageDigest: string): Promise<readonly string[]> {
  const request = new DescribeImagesCommand({ repositoryName, imageIds: [{ imageDigest }] })
  const found = await unlessMissing('ecr:DescribeImages', client.send(request), 'ImageNotFoundException', NO_REPOSITORY)
  return found?.imageDetails?.[0]?.imageTags ?? []
}

// A repository that somebody created by hand, with the service's tags, keeps its rules.
async function ensure(client: ECRClient, service: Service, repositoryName: string): Promise<void> {
  const found = await observe(client, repositoryName)
  const tags = found ? await tagsOf(client, found) : await create(client, service, repositoryName)
  assertOfService(service, { name: repositoryName, arn: found?.repositoryArn, tags })
  if (found && (tags.get(TAG_MANAGED) !== 'true' || (await hasLifecyclePolicy(client, repositoryName)))) return
  const lifecyclePolicyText = JSON.stringify(LIFECYCLE_POLICY)
  await aws('ecr:PutLifecyclePolicy', client.send(new PutLifecyclePolicyCommand({ repositoryName, lifecyclePolicyText })))
}

async function assertOwn(client: ECRClient, service: Service, name: string): Promise<void> {
  const found = await observe(client, name)
  if (found) assertOfService(service, { name, arn: found.repositoryArn, tags: await tagsOf(client, found) })
}

type Tags = ReadonlyMap<string, string>

function isOfService(service: Service, tags: Tags): boolean {
  return Object.entries(serviceTags(service)).every(([key, value]) => tags.get(key) === value)
}

interface Seen {
  readonly name: string
  readonly arn: string | undefined
  readonly tags: Tags
}

/** Whoever can push to a repository decides what its tags mean, so the action trusts only a repository of this environment alone. */
function assertOfService(service: Service, { name, arn = '', tags }: Seen): void {
  if (isOfService(service, tags)) return
  const wanted = Object.entries(serviceTags(service)).map(([key, value]) => `Key=${key},Value=${value}`)
  throw new DeployError('repository-taken', `The repository ${name} lacks the tags of ${displayName(service)}.`, {
    hint: `Leave the input repository out, and use promote to deploy what another environment built. Or tag the repository, if no other environment can push to it: aws ecr tag-resource --resource-arn ${arn} --tags ${wanted.join(' ')}`,
  })
}

async function observe(client: ECRClient, name: string): Promise<Repository | undefined> {
  const request = new DescribeRepositoriesCommand({ repositoryNames: [name] })
  return (await unlessMissing('ecr:DescribeRepositories', client.send(request), NO_REPOSITORY))?.repositories?.[0]
}

/** Returns the tags of the repository, whichever run created it. */
async function create(client: ECRClient, service: Service, repositoryName: string): Promise<Tags> {
  const tags = managedTags(service)
  const request = new CreateRepositoryCommand({
    repositoryName,
    imageScanningConfiguration: { scanOnPush: true },
    imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
    imageTagMutabilityExclusionFilters: MOVING_TAGS.map((filter) => ({ filterType: 'WILDCARD', filter })),
    tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
  })
  const created = await unlessMissing('ecr:CreateRepository', client.send(request), 'RepositoryAlreadyExistsException')
  if (created) return new Map(Object.entries(tags))
  const winner = await observe(client, repositoryName)
  return winner ? tagsOf(client, winner) : new Map()
}

async function hasLifecyclePolicy(client: ECRClient, repositoryName: string): Promise<boolean> {
  const request = new GetLifecyclePolicyCommand({ repositoryName })
  return (await unlessMissing('ecr:GetLifecyclePolicy', client.send(request), 'LifecyclePolicyNotFoundException')) !== undefined
}

async function tagsOf(client: ECRClient, { repositoryArn }: Repository): Promise<Tags> {
  const { tags } = await aws('ecr:ListTagsForResource', client.send(new ListTagsForResourceCommand({ resourceArn: repositoryArn })))
  return new Map(tags?.map(({ Key = '', Value = '' }) => [Key, Value]))
}

async function credentials(client: ECRClient, mask: (secret: string) => void): Promise<RegistryCredentials> {
  const { authorizationData } = await aws('ecr:GetAuthorizationToken', client.send(new GetAuthorizationTokenCommand({})))
  const { authorizationToken = '', proxyEndpoint = '' } = authorizationData?.[0] ?? {}
  const [username = '', password = ''] = Buffer.from(authorizationToken, 'base64').toString().split(/:(.*)/s)
  mask(authorizationToken)
  mask(password)
  return { registry: new URL(proxyEndpoint).host, username, password }
}

async function untag(client: ECRClient, repositoryName: string, imageTag: string): Promise<boolean> {
  const request = new BatchDeleteImageCommand({ repositoryName, imageIds: [{ imageTag }] })
  const answer = await unlessMissing('ecr:BatchDeleteImage', client.send(request), NO_REPOSITORY)
  return (answer?.imageIds?.length ?? 0) > 0
}

async function remove(client: ECRClient, service: Service, repositoryName: string): Promise<boolean> {
  const found = await observe(client, repositoryName)
  const tags = found && (await tagsOf(client, found))
  if (!tags || !isOfService(service, tags) || tags.get(TAG_MANAGED) !== 'true') return false
  await unlessMissing('ecr:DeleteRepository', client.send(new DeleteRepositoryCommand({ repositoryName, force: true })), NO_REPOSITORY)
  return true
}
