// The service under test: echoes, dawdles, speaks WebSocket, and misbehaves on demand (behaviours.js).
import { createServer } from 'node:http'
import { createServer as createHttp2Server } from 'node:http2'
import { createServer as createTlsServer } from 'node:https'
import * as behaviour from './behaviours.js'
import { closeAll, upgrade } from './websocket.js'

const version = process.env.VERSION || 'dev'

const pages = {
  '/': (request, response) => response.end(`version ${version}\n`),
  '/version': (request, response) => response.end(version),
  '/env': (request, response, query) => response.end(process.env[query.get('name')] ?? ''),
  '/headers': (request, response) => response.end(JSON.stringify(request.headers)),
  '/echo': (request, response) => request.pipe(response),
  '/slow': (request, response, query) => setTimeout(() => response.end(`slept ${query.get('ms')}`), Number(query.get('ms'))),
}

function create(listener) {
  if (behaviour.tls) return createTlsServer({ key: behaviour.tls, cert: behaviour.tls }, listener)
  return (behaviour.speaksHttp2 ? createHttp2Server : createServer)(listener)
}

const server = create((request, response) => {
  response.setHeader('x-version', version)
  if (behaviour.answer(request, response)) return
  const { pathname, searchParams } = new URL(request.url, 'http://localhost')
  const page = pages[pathname]
  const reply = () => (page ? page(request, response, searchParams) : response.writeHead(404).end('no such page\n'))
  const delay = behaviour.delayMs(request)
  if (delay > 0) setTimeout(reply, delay)
  else reply()
})
server.on('upgrade', upgrade)

behaviour.start()
behaviour.boot(() => server.listen(behaviour.listening, () => console.log(`version ${version} listens on ${server.address().port}`)))

process.on('SIGTERM', () => {
  console.log('SIGTERM')
  if (behaviour.ignoresTerm) return
  closeAll()
  server.close(() => process.exit(0))
  server.closeIdleConnections?.()
})
