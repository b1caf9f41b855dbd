/** A gRPC service, built with the library that applications use: its image, and its client. */
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { credentials, makeGenericClientConstructor } from '@grpc/grpc-js'
import type { ClientDuplexStream, requestCallback, StatusObject } from '@grpc/grpc-js'
import { must } from '../../../local/machine/exec.ts'
import { patiently } from '../../../local/machine/patience.ts'
import { ECHO } from './grpc-echo.ts'

const DOCKERFILE = `ARG BASE
FROM \${BASE}
ARG VERSION
ENV VERSION=\${VERSION}
COPY grpc-server.mjs .
CMD ["node", "grpc-server.mjs"]
`

/** Adds the service to a repository; returns the inputs to deploy it. */
export async function grpcService(workspace: string) {
  const source = join(import.meta.dirname, 'grpc-server.ts')
  await must('rolldown', source, '--platform', 'node', '--format', 'esm', '--file', join(workspace, 'grpc-server.mjs'))
  await writeFile(join(workspace, 'grpc.Dockerfile'), DOCKERFILE)
  return { dockerfile: 'grpc.Dockerfile', upstream: 'h2c', 'health-codes': '415' }
}

interface Echo {
  once(words: string, reply: requestCallback<string>): unknown
  talk(): ClientDuplexStream<string, string>
  close(): void
}

const EchoClient = makeGenericClientConstructor(ECHO, 'Echo')

export interface GrpcClient {
  /** One call; returns its answer. Rejects with the status of a failed one. */
  ask(words: string): Promise<string>
  /** Starts a bidirectional stream. */
  talk(): Conversation
  close(): void
}

export interface Conversation {
  /** Returns the next answer; the stream stays open. */
  say(words: string): Promise<string>
  /** Ends this side, and returns the status of the other one. */
  end(): Promise<StatusObject>
}

/** `address`: IP and port. */
export function grpcClient(address: string): GrpcClient {
  const echo = new EchoClient(address, credentials.createInsecure()) as unknown as Echo
  return {
    ask: (words) =>
      new Promise((resolve, reject) => {
        echo.once(words, (error, answer = '') => (error ? reject(error) : resolve(answer)))
      }),
    talk: () => conversation(echo.talk()),
    close: () => echo.close(),
  }
}

function conversation(stream: ClientDuplexStream<string, string>): Conversation {
  const status = once(stream, 'status')
  return {
    async say(words) {
      const answer = once(stream, 'data')
      stream.write(words)
      const [text] = await patiently('an answer in the stream', () => answer)
      return text as string
    },
    async end() {
      stream.end()
      const [ended] = await patiently('the end of the stream', () => status)
      return ended as StatusObject
    },
  }
}
