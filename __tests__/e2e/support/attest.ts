/** Artifacts beside images in a cloud's registry. */
import { join } from 'node:path'
import type { Attachment } from '../../../local/sigstore/attach.ts'
import type { Cloud } from '../../../local/cloud.ts'
import type { RegistryCredentials } from '../../../src/domain/image/image.ts'
import { run } from '../../../local/machine/exec.ts'

const PROGRAM = join(import.meta.dirname, '..', '..', '..', 'local', 'sigstore', 'attach.ts')

/** The runner's credentials for the registry. */
export async function credentialsOf(cloud: Cloud): Promise<RegistryCredentials> {
  const { authorizationData } = await cloud.observe('ecr', 'GetAuthorizationToken', {})
  const [{ authorizationToken = '' } = {}] = authorizationData as { authorizationToken?: string }[]
  const [username = '', password = ''] = Buffer.from(authorizationToken, 'base64').toString().split(':')
  return { registry: cloud.registry, username, password }
}

/** Returns the digest of the artifact. */
export async function attachTo(cloud: Cloud, what: Omit<Attachment, 'credentials'>): Promise<string> {
  const order: Attachment = { ...what, credentials: await credentialsOf(cloud) }
  const env = { ...cloud.env, ORDER: JSON.stringify(order), HOME: '/root' }
  const { code, stdout, stderr } = await run([process.execPath, PROGRAM], { env })
  if (code !== 0) throw new Error(stderr)
  return stdout.trim()
}

/** The referrers of an image, as the registry lists them. */
interface Referrer {
  readonly artifactType: string
  readonly digest: string
  readonly annotations?: Readonly<Record<string, string>>
  /** Its content. */
  readonly text: string
}

/** In a separate process, which trusts the registry's certificate. */
const ASK = `const { url, headers } = JSON.parse(process.env.ORDER)
const ask = async (path) => {
  const reply = await fetch(url + path, { headers })
  if (!reply.ok) throw new Error(path + ': HTTP ' + reply.status)
  return reply.text()
}
`
const LIST = `${ASK}const { manifests } = JSON.parse(await ask('referrers/' + process.argv[1]))
const told = await Promise.all(manifests.map(async (one) => {
  const { layers: [layer] } = JSON.parse(await ask('manifests/' + one.digest))
  return { ...one, text: await ask('blobs/' + layer.digest) }
}))
console.log(JSON.stringify(told))`
const LABELS = `${ASK}const manifest = JSON.parse(await ask('manifests/' + process.argv[1]))
console.log(JSON.stringify(JSON.parse(await ask('blobs/' + manifest.config.digest)).config.Labels ?? {}))`

export async function referrersOf(cloud: Cloud, repository: string, digest: string): Promise<readonly Referrer[]> {
  return (await asked(cloud, repository, [LIST, digest])) as readonly Referrer[]
}

/** The labels of an image for one platform, as the registry has them. */
export async function labelsOf(cloud: Cloud, repository: string, digest: string): Promise<Readonly<Record<string, string>>> {
  return (await asked(cloud, repository, [LABELS, digest])) as Readonly<Record<string, string>>
}

const MANIFESTS = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
]

/** `argv`: a program that prints JSON, and its argument. */
async function asked(cloud: Cloud, repository: string, argv: readonly string[]): Promise<unknown> {
  const { registry, username, password } = await credentialsOf(cloud)
  const headers = { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`, accept: MANIFESTS.join(', ') }
  const env = { ...cloud.env, ORDER: JSON.stringify({ url: `https://${registry}/v2/${repository}/`, headers }) }
  const { code, stdout, stderr } = await run([process.execPath, '--input-type=module', '-e', ...argv], { env })
  if (code !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}
