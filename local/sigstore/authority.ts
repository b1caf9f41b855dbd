/** Signs like Sigstore for a job of a workflow, with its own root: certificate authority, certificate log and signature log. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import type { KeyPairKeyObjectResult } from 'node:crypto'
import { initializeCA, initializeCTLog, initializeTLog, initializeTSA } from '@sigstore/mock'

/** A job that signs, by its identity token: https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md */
export interface SigningJob {
  readonly issuer: string
  readonly serverUrl: string
  /** `owner/name` */
  readonly repository: string
  readonly repositoryId: string
  readonly ownerId: string
  /** `owner/name/.github/workflows/file.yml@ref` */
  readonly workflow: string
  readonly commit: string
  readonly runId: string
}

interface SigningTimes {
  /** When the certificate is issued, for ten minutes. */
  readonly certified: Date
  /** When the log sees the signature. */
  readonly logged: Date
}

export interface Authority {
  /** Text of a trusted_root.json. */
  readonly root: string
  /** A bundle with this statement. */
  sign(statement: object, job: SigningJob, times?: SigningTimes): Promise<Bundle>
}

export type Bundle = ReturnType<typeof bundle>

/** Media types of a bundle, and of the artifact that brings it to a registry. */
export const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json'
const PAYLOAD = 'application/vnd.in-toto+json'
const LOG = 'https://rekor.test'

/** The keys of an authority, so that another process can sign as the same one. */
interface AuthorityKeys {
  readonly ca: KeyPairKeyObjectResult
  readonly ctLog: KeyPairKeyObjectResult
  readonly log: KeyPairKeyObjectResult
  readonly timestamps: KeyPairKeyObjectResult
}

/**
 * Who confirms the time of a signature: a public log, as for Sigstore's own instance, or only a timestamp authority, as for GitHub's instance for private
 * repositories, which has no logs.
 */
type Witness = 'log' | 'timestamps'

function newKeys(): KeyPairKeyObjectResult {
  return generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
}

export async function openAuthority(witness: Witness = 'log'): Promise<Authority> {
  const keys: AuthorityKeys = { ca: newKeys(), ctLog: newKeys(), log: newKeys(), timestamps: newKeys() }
  const { rootCertificate } = await initializeCA(keys.ca)
  return {
    root: JSON.stringify(await trustedRoot(keys, bufferOf(rootCertificate), witness)),
    sign: (statement, job, times = { certified: new Date(), logged: new Date() }) => signed(keys, { statement, job, times, witness }),
  }
}

async function trustedRoot({ ctLog, log, timestamps }: AuthorityKeys, certificate: Buffer, witness: Witness): Promise<object> {
  const validFor = { start: new Date(0).toISOString() }
  const authorityOf = (uri: string, ...chain: readonly Buffer[]): object => ({
    uri,
    certChain: { certificates: chain.map((one) => ({ rawBytes: one.toString('base64') })) },
    validFor,
  })
  const { intCertificate, rootCertificate } = await initializeTSA(timestamps)
  const logOf = (baseUrl: string, { publicKey }: KeyPairKeyObjectResult): object => {
    const der = publicKey.export({ format: 'der', type: 'spki' })
    const key = { rawBytes: der.toString('base64'), keyDetails: 'PKIX_ECDSA_P256_SHA_256', validFor }
    return { baseUrl, hashAlgorithm: 'SHA2_256', publicKey: key, logId: { keyId: createHash('sha256').update(der).digest('base64') } }
  }
  return {
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    certificateAuthorities: [authorityOf('https://fulcio.test', certificate)],
    ...(witness === 'log'
      ? { tlogs: [logOf(LOG, log)], ctlogs: [logOf('https://ctlog.test', ctLog)] }
      : { timestampAuthorities: [authorityOf('https://timestamp.test', bufferOf(intCertificate), bufferOf(rootCertificate))] }),
  }
}

interface ToSign {
  readonly statement: object
  readonly job: SigningJob
  readonly times: SigningTimes
  readonly witness: Witness
}

async function signed(keys: AuthorityKeys, { statement, job, times, witness }: ToSign): Promise<Bundle> {
  const { privateKey, publicKey } = newKeys()
  const ctLog = witness === 'log' ? await initializeCTLog(keys.ctLog, times.certified) : undefined
  const ca = await initializeCA(keys.ca, ctLog, times.certified)
  const issued = await ca.issueCertificate({
    publicKey: publicKey.export({ format: 'der', type: 'spki' }),
    subjectAltName: `${job.serverUrl}/${job.workflow}`,
    extensions: extensionsOf(job),
  })
  const certificate = bufferOf(issued)
  const payload = Buffer.from(JSON.stringify(statement))
  const signature = sign('sha256', preAuthenticated(payload), privateKey)
  const made = { payload, signature, certificate }
  if (witness === 'log') return bundle(made, { tlogEntries: [await entryOf(keys, made, times.logged)] })
  const rfc3161Timestamps = [{ signedTimestamp: (await timestampOf(keys, made, times.logged)).toString('base64') }]
  return bundle(made, { tlogEntries: [], timestampVerificationData: { rfc3161Timestamps } })
}

/** https://www.rfc-editor.org/rfc/rfc3161. In whole seconds: the library writes a fraction that ends in 0 in a form that its readers refuse. */
async function timestampOf({ timestamps }: AuthorityKeys, { signature }: Signature, at: Date): Promise<Buffer> {
  const authority = await initializeTSA(timestamps, new Date(Math.floor(at.getTime() / 1000) * 1000))
  const artifactHash = createHash('sha256').update(signature).digest()
  const [sha256, policyOID] = ['2.16.840.1.101.3.4.2.1', '1.3.6.1.4.1.57264.2']
  return bufferOf(await authority.timestamp({ artifactHash, hashAlgorithmOID: sha256, nonce: 1, policyOID, certReq: false }))
}

function bufferOf({ buffer, byteOffset, byteLength }: Pick<Buffer<ArrayBuffer>, 'buffer' | 'byteOffset' | 'byteLength'>): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}

interface Extension {
  readonly oid: string
  readonly value: string
}

function extensionsOf({ issuer, serverUrl, repository, repositoryId, ownerId, workflow, commit, runId }: SigningJob): Extension[] {
  const values = {
    8: issuer,
    9: `${serverUrl}/${workflow}`,
    12: `${serverUrl}/${repository}`,
    13: commit,
    15: repositoryId,
    17: ownerId,
    21: `${serverUrl}/${repository}/actions/runs/${runId}/attempts/1`,
  }
  return Object.entries(values).map(([number, value]) => ({ oid: `1.3.6.1.4.1.57264.1.${number}`, value }))
}

/** https://github.com/secure-systems-lab/dsse/blob/master/protocol.md */
function preAuthenticated(payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`DSSEv1 ${PAYLOAD.length} ${PAYLOAD} ${payload.length} `), payload])
}

interface Signature {
  readonly payload: Buffer
  readonly signature: Buffer
  readonly certificate: Buffer
}

/** https://github.com/sigstore/rekor/blob/main/pkg/types/dsse/v0.0.1/dsse_v0_0_1_schema.json */
function logEntry({ payload, signature, certificate }: Signature): object {
  const pem = `-----BEGIN CERTIFICATE-----\n${certificate
    .toString('base64')
    .replace(/(.{64})/g, '$1\n')
    .trim()}\n-----END CERTIFICATE-----\n`
  const hash = { algorithm: 'sha256', value: createHash('sha256').update(payload).digest('hex') }
  const signatures = [{ signature: signature.toString('base64'), verifier: Buffer.from(pem).toString('base64') }]
  return { apiVersion: '0.0.1', kind: 'dsse', spec: { envelopeHash: hash, payloadHash: hash, signatures } }
}

type LogEntry = Awaited<ReturnType<Awaited<ReturnType<typeof initializeTLog>>['log']>>[string]

async function entryOf(keys: AuthorityKeys, made: Signature, at: Date) {
  const log = await initializeTLog(LOG, keys.log, at)
  const entry = Object.values(await log.log(logEntry(made)))[0]
  if (entry === undefined) throw new Error('The log gives no entry.')
  return written(entry)
}

function written({ logIndex, logID, integratedTime, body, verification }: LogEntry) {
  const { inclusionProof: proof, signedEntryTimestamp } = verification
  const inclusionProof = {
    logIndex: String(proof.logIndex),
    rootHash: Buffer.from(proof.rootHash, 'hex').toString('base64'),
    treeSize: String(proof.treeSize),
    hashes: proof.hashes,
    checkpoint: { envelope: proof.checkpoint },
  }
  return {
    logIndex: String(logIndex),
    logId: { keyId: Buffer.from(logID, 'hex').toString('base64') },
    kindVersion: { kind: 'dsse', version: '0.0.1' },
    integratedTime: String(integratedTime),
    inclusionPromise: { signedEntryTimestamp },
    inclusionProof,
    canonicalizedBody: body,
  }
}

interface Witnessed {
  readonly tlogEntries: readonly ReturnType<typeof written>[]
  readonly timestampVerificationData?: { readonly rfc3161Timestamps: readonly { readonly signedTimestamp: string }[] }
}

/** https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_bundle.proto */
function bundle({ payload, signature, certificate }: Signature, witnessed: Witnessed) {
  return {
    mediaType: BUNDLE,
    verificationMaterial: { certificate: { rawBytes: certificate.toString('base64') }, ...witnessed },
    dsseEnvelope: {
      payload: payload.toString('base64'),
      payloadType: PAYLOAD,
      signatures: [{ sig: signature.toString('base64'), keyid: '' }],
    },
  }
}
