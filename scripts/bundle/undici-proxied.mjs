// The parts of undici that a request through a proxy needs; its main file also loads caches, mocks and web sockets.
import api from 'undici/lib/api/index.js'
import Dispatcher from 'undici/lib/dispatcher/dispatcher.js'

// As in undici's main file: a proxy's agent calls these.
Object.assign(Dispatcher.prototype, api)

export { default as ProxyAgent } from 'undici/lib/dispatcher/proxy-agent.js'
export { fetch } from 'undici/lib/web/fetch/index.js'
