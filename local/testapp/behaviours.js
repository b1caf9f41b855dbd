// Misbehaviours by the environment variable BEHAVIOUR; README.md lists them.
import { existsSync, watch } from 'node:fs'

const { BEHAVIOUR = '', BOOT_MS = '5000', CRASH_MS = '0', SICK_MS = '3000', SLOWER_MS = '100', ALLOWED_HOST = 'example.com' } = process.env

const starts = {
  crash: () => after(CRASH_MS, () => die(1, 'cannot reach the database')),
  sickens: () => after(SICK_MS, () => (sick = true)),
  'exit-194': () => die(194, 'leaving with 194'),
  // At once: a program that slowly approaches its limit makes the kernel read its code again and again before it is killed.
  oom: () => setInterval(() => hoard.push(Buffer.alloc(1 << 29, 1)), 20),
  'big-log': () => {
    for (let i = 0; i < 5120; i++) console.log(`${i} ${'x'.repeat(1017)}`)
  },
}
const hoard = []
let asked = 0
let sick = false

// After this many milliseconds, or, for `told`, when the file /told exists.
function after(when, act) {
  if (when !== 'told') return setTimeout(() => act(), Number(when))
  const look = () => existsSync('/told') && (watcher.close(), act())
  const watcher = watch('/', look)
  look()
}

function die(code, words) {
  console.error(words)
  process.exit(code)
}

// Each answers a request, or returns false for the normal answer.
const answers = {
  unhealthy: (request, response) => response.writeHead(500).end('the database is gone\n'),
  redirect: (request, response) => response.writeHead(301, { location: `https://${request.headers.host}${request.url}` }).end(),
  'not-found': (request, response) => response.writeHead(404).end('no such page\n'),
  hang: () => true,
  closes: (request) => request.socket.destroy(),
  // Three of ten answers are errors, but never the health check's.
  flaky: (request, response) => request.url !== '/' && ++asked % 10 < 3 && response.writeHead(503).end('try again\n'),
  // One of twenty.
  'some-errors': (request, response) => request.url !== '/' && ++asked % 20 === 7 && response.writeHead(503).end('try again\n'),
  sickens: (request, response) => request.url === '/' && sick && response.writeHead(500).end('the queue is full\n'),
  'allowed-host': (request, response) => request.headers.host !== ALLOWED_HOST && response.writeHead(403).end('host not allowed\n'),
}

export const start = () => starts[BEHAVIOUR]?.()
export const answer = (request, response) => Boolean(answers[BEHAVIOUR]?.(request, response))
// Every answer except the health check's.
export const delayMs = (request) => (BEHAVIOUR === 'slower' && request.url !== '/' ? Number(SLOWER_MS) : 0)
// A program that uses up memory does not live to answer.
export function boot(listen) {
  if (BEHAVIOUR !== 'oom') after(BEHAVIOUR === 'slow-boot' ? BOOT_MS : 0, listen)
}
const port = Number(process.env.PORT || 8080) + (BEHAVIOUR === 'wrong-port' ? 1 : 0)
const addresses = { loopback: { host: '127.0.0.1' }, ipv6: { host: '::', ipv6Only: true } }
export const listening = { port, ...addresses[BEHAVIOUR] }
export const speaksHttp2 = BEHAVIOUR === 'h2c'
// A key with its certificate, in base64.
export const tls = BEHAVIOUR === 'https' && Buffer.from(process.env.TLS_PEM, 'base64')
export const ignoresTerm = BEHAVIOUR === 'ignore-term'
