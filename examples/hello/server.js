// A web service with no dependencies: says hello, and ends gracefully when it is replaced.
import { createServer } from 'node:http'

const version = process.env.VERSION || 'dev'

const server = createServer((request, response) => {
  response.setHeader('content-type', 'text/plain')
  response.end(`Hello from version ${version}\n`)
})

server.listen(process.env.PORT || 8080, () => console.log(`version ${version} listens on ${server.address().port}`))

process.on('SIGTERM', () => {
  console.log('finishing the requests in flight')
  server.close(() => process.exit(0))
  server.closeIdleConnections()
})
