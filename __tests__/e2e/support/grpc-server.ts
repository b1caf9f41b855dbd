/** An application that speaks only gRPC: repeats what it hears, after its version. */
import { Server, ServerCredentials } from '@grpc/grpc-js'
import type { sendUnaryData, ServerDuplexStream, ServerUnaryCall } from '@grpc/grpc-js'
import { ECHO } from './grpc-echo.ts'

const { VERSION = '' } = process.env
const server = new Server()
server.addService(ECHO, {
  once: (call: ServerUnaryCall<string, string>, reply: sendUnaryData<string>) => reply(null, `${VERSION} ${call.request}`),
  talk: (call: ServerDuplexStream<string, string>) =>
    call.on('data', (words: string) => call.write(`${VERSION} ${words}`)).on('end', () => call.end()),
})
server.bindAsync('0.0.0.0:8080', ServerCredentials.createInsecure(), (error) => {
  if (error) throw error
})
process.on('SIGTERM', () => server.tryShutdown(() => process.exit()))
