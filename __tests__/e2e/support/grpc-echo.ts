/** A gRPC service, as both of its ends know it. Its messages are texts, because gRPC does not look inside. */
import type { ServiceDefinition } from '@grpc/grpc-js'

const text = (value: string): Buffer => Buffer.from(value)
const read = (bytes: Buffer): string => bytes.toString()
const texts = { requestSerialize: text, requestDeserialize: read, responseSerialize: text, responseDeserialize: read }

export const ECHO = {
  once: { path: '/test.Echo/Once', requestStream: false, responseStream: false, ...texts },
  talk: { path: '/test.Echo/Talk', requestStream: true, responseStream: true, ...texts },
} as const satisfies ServiceDefinition
