import { secretArgv } from './build-secrets.ts'
import { CACHE_TAG } from './image.ts'
import type { BuildSpec } from './image.ts'

/**
 * How an image is built. `buildx`: with a builder of its own (such as `docker-container`), which pushes and keeps the cache in the registry.
 * `engine`: with the Docker engine, which can do neither, so the cache is part of the image.
 */
export type BuildWith = 'buildx' | 'engine'

/** Distinguishes the two by the output of `docker buildx inspect`; `undefined` without buildx. */
export function buildWith(inspect: string | undefined): BuildWith {
  const driver = /^Driver:\s*(\S+)/m.exec(inspect ?? '')?.[1]
  return driver === undefined || driver === 'docker' ? 'engine' : 'buildx'
}

/** Without the registry. */
export function imageName(spec: Pick<BuildSpec, 'repository' | 'tag'>): string {
  return `${spec.repository}:${spec.tag}`
}

/** The image with the build cache, without the registry. */
export function cacheName(spec: Pick<BuildSpec, 'repository'>): string {
  return `${spec.repository}:${CACHE_TAG}`
}

/** Builds and pushes with buildx, which writes the digest to `metadataFile`. */
export function buildxArgv(spec: BuildSpec, metadataFile: string): string[] {
  const cache = [
    ...(spec.fresh ? [] : [`--cache-from=type=registry,ref=${cacheName(spec)}`]),
    // A failure to write the cache must not fail the build.
    `--cache-to=type=registry,ref=${cacheName(spec)},mode=max,image-manifest=true,oci-mediatypes=true,ignore-error=true`,
  ]
  return ['buildx', 'build', '--push', `--metadata-file=${metadataFile}`, ...common(spec), ...(spec.cache ? cache : []), spec.context]
}

/** Builds with the engine; the push is a separate command. */
export function engineBuildArgv(spec: BuildSpec): string[] {
  const cache = ['--build-arg=BUILDKIT_INLINE_CACHE=1', ...(spec.fresh ? [] : [`--cache-from=${cacheName(spec)}`])]
  return ['build', ...common(spec), ...(spec.cache ? cache : []), spec.context]
}

function common(spec: BuildSpec): string[] {
  return [
    '--progress=plain',
    ...(spec.fresh ? ['--no-cache', '--pull'] : []),
    `--tag=${imageName(spec)}`,
    `--file=${spec.dockerfile}`,
    ...(spec.platforms.length > 0 ? [`--platform=${spec.platforms.join(',')}`] : []),
    ...(spec.target === undefined ? [] : [`--target=${spec.target}`]),
    ...Object.entries(spec.buildArgs).map(([name, value]) => `--build-arg=${name}=${value}`),
    ...secretArgv(spec.secrets),
    ...(spec.ssh ? ['--ssh=default'] : []),
    ...Object.entries(spec.labels).map(([name, value]) => `--label=${name}=${value}`),
  ]
}

/** The first build of a repository finds no cache, which Docker calls an error. */
export function withoutFalseAlarm(line: string): string {
  const alarm = 'ERROR: '
  const at = line.indexOf(alarm)
  const isFalse = at >= 0 && line.includes(`:${CACHE_TAG}: not found`, at)
  return isFalse ? `${line.slice(0, at)}no build cache yet: ${line.slice(at + alarm.length)}` : line
}

/** The digest that a registry acknowledged, from the output of `docker push`. */
export function pushedDigest(output: string): string | undefined {
  return /: digest: (sha256:[0-9a-f]{64}) size: \d+/.exec(output)?.[1]
}
