import type { Filter, ResourceType, Tag, TagSpecification } from '@aws-sdk/client-ec2'
import { managedTags, serviceOfTags, serviceTags, TAG_MANAGED } from '../../../domain/service.ts'
import type { Service } from '../../../domain/service.ts'

export function tagSpecifications(tags: Readonly<Record<string, string>>, ...kinds: readonly ResourceType[]): TagSpecification[] {
  return kinds.map((ResourceType) => ({ ResourceType, Tags: tagList(tags) }))
}

/** Filters for everything that belongs to a service. */
export function ofService(service: Service): Filter[] {
  return filters(serviceTags(service))
}

/** Filters for everything that this action created for a service. */
export function managedOf(service: Service): Filter[] {
  const { Name: _, ...tags } = managedTags(service)
  return filters(tags)
}

export function tagValue(tags: readonly Tag[] | undefined, key: string): string | undefined {
  return tags?.find((tag) => tag.Key === key)?.Value
}

/** The service for which this action created the tagged resource. */
export function madeFor(tags: readonly Tag[] | undefined): Service | undefined {
  if (tagValue(tags, TAG_MANAGED) !== 'true') return undefined
  return serviceOfTags((key) => tagValue(tags, key) ?? '')
}

function tagList(tags: Readonly<Record<string, string>>): Tag[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }))
}

function filters(tags: Readonly<Record<string, string>>): Filter[] {
  return Object.entries(tags).map(([key, value]) => ({ Name: `tag:${key}`, Values: [value] }))
}
