/** What lies beside images in a cloud's registry. */
import { join } from 'node:path'
import type { Attachment } from '../../../local/sigstore/attach.ts'
import type { Cloud } from '../../../local/cloud.ts'
import type { RegistryCredentials } from '../../../src/domain/image/image.ts'
import { run } from '../../../local/machine/exec.ts'

const PROGRAM = join(import.meta.dirname, '..', '..', '..', 'local', 'sigstore', 'attach.ts')

/** Those by which the runner's role reads and writes. */
export async function credentialsOf(cloud: Cloud): Promise<RegistryCredentials> {
  const { authorizationData } = await cloud.observe('ecr', 'GetAuthorizationToken', {})
  const [{ authorizationToken = '' } = {}] = authorizationData as { authorizationToken?: string }[]
  const [username = '', password = ''] = Buffer.from(authorizationToken, 'base64').toString().split(':')
  return { registry: cloud.registry, username, password }
}

/** Gives the digest of the artifact. */
export async function attachTo(cloud: Cloud, what: Omit<Attachment, 'credentials'>): Promise<string> {
  const order: Attachment = { ...what, credentials: await credentialsOf(cloud) }
  const env = { ...cloud.env, ORDER: JSON.stringify(order), HOME: '/root' }
  const { code, stdout, stderr } = await run([process.execPath, PROGRAM], { env })
  if (code !== 0) throw new Error(stderr)
  return stdout.trim()
}
