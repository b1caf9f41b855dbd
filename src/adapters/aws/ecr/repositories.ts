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
import { TAG_MANAGED } from '../../../domain/service.ts'
import type { Newest, Repositories, Tagged } from '../../../ports/image/repositories.ts'
import { aws, isNamed, unlessMissing } from '../errors.ts'

const NO_REPOSITORY = 'RepositoryNotFoundException'

/** `mask` keeps a text out of the log. */
export function ecrRepositories(client: ECRClient, { mask }: { readonly mask: (secret: string) => void }): Repositories {
  // They are good for twelve hours.
  let asked: Promise<RegistryCredentials> | undefined
  return {
    find: (repository, tag) => find(client, repository, tag),
    newest: (repository, all) => newest(client, repository, all),
    tags: (repository, digest) => tags(client, repository, digest),
    ensure: (repository) => ensure(client, repository),
    credentials: () => (asked ??= credentials(client, mask)),
    untag: (repository, tag) => untag(client, repository, tag),
    remove: ({ name }) => remove(client, name),
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

/** Of those that are not there, DescribeImages would tell nothing but that one is missing. */
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

// A repository that someone else made stays as it is.
async function ensure(client: ECRClient, repositoryName: string): Promise<void> {
  const found = await observe(client, repositoryName)
  if (!found) await create(client, repositoryName)
  else if ((await hasLifecyclePolicy(client, repositoryName)) || !(await isManaged(client, found))) return
  const lifecyclePolicyText = JSON.stringify(LIFECYCLE_POLICY)
  await aws('ecr:PutLifecyclePolicy', client.send(new PutLifecyclePolicyCommand({ repositoryName, lifecyclePolicyText })))
}

async function observe(client: ECRClient, name: string): Promise<Repository | undefined> {
  const request = new DescribeRepositoriesCommand({ repositoryNames: [name] })
  return (await unlessMissing('ecr:DescribeRepositories', client.send(request), NO_REPOSITORY))?.repositories?.[0]
}

async function create(client: ECRClient, repositoryName: string): Promise<void> {
  const request = new CreateRepositoryCommand({
    repositoryName,
    imageScanningConfiguration: { scanOnPush: true },
    imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
    imageTagMutabilityExclusionFilters: MOVING_TAGS.map((filter) => ({ filterType: 'WILDCARD', filter })),
    // Not the service's own tags: its environments share the repository.
    tags: [{ Key: TAG_MANAGED, Value: 'true' }],
  })
  await unlessMissing('ecr:CreateRepository', client.send(request), 'RepositoryAlreadyExistsException')
}

async function hasLifecyclePolicy(client: ECRClient, repositoryName: string): Promise<boolean> {
  const request = new GetLifecyclePolicyCommand({ repositoryName })
  return (await unlessMissing('ecr:GetLifecyclePolicy', client.send(request), 'LifecyclePolicyNotFoundException')) !== undefined
}

async function isManaged(client: ECRClient, { repositoryArn }: Repository): Promise<boolean> {
  const { tags } = await aws('ecr:ListTagsForResource', client.send(new ListTagsForResourceCommand({ resourceArn: repositoryArn })))
  return tags?.some(({ Key, Value }) => Key === TAG_MANAGED && Value === 'true') ?? false
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

async function remove(client: ECRClient, repositoryName: string): Promise<boolean> {
  const found = await observe(client, repositoryName)
  if (!found || !(await isManaged(client, found))) return false
  await unlessMissing('ecr:DeleteRepository', client.send(new DeleteRepositoryCommand({ repositoryName, force: true })), NO_REPOSITORY)
  return true
}
