// Debian's Chromium without a window, controlled by the DevTools protocol: https://chromedevtools.github.io/devtools-protocol/
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { must } from '../machine/exec.ts'

/** Not the wrapper script in /usr/bin: the process to end must be the browser. */
export const PROGRAM = '/usr/lib/chromium/chromium-headless-shell'
/** It runs as root here, and stores nothing. */
const OPTIONS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--remote-debugging-port=0', 'about:blank']

type Json = Readonly<Record<string, unknown>>

export interface Page {
  /** Returns the value of an expression in the page, awaiting promises; throws what it throws. */
  run(expression: string): Promise<unknown>
}

export interface Browser {
  /** A tab with a loaded page, whose requests have these additional headers. */
  open(url: string, headers?: Readonly<Record<string, string>>): Promise<Page>
  close(): Promise<void>
}

export interface BrowserOptions {
  /** A certificate to trust as an authority, in PEM. */
  readonly authority?: string
  /** Addresses of names without DNS. */
  readonly names?: Readonly<Record<string, string>>
}

export async function startBrowser({ authority, names = {} }: BrowserOptions = {}): Promise<Browser> {
  const home = await mkdtemp(join(tmpdir(), 'docker-to-ec2-browser-'))
  if (authority !== undefined) await trust(home, authority)
  const rules = Object.entries(names).map(([name, address]) => `MAP ${name} ${address}`)
  const options = [`--user-data-dir=${home}/profile`, `--host-resolver-rules=${rules.join(', ')}`, ...OPTIONS]
  const child = spawn(PROGRAM, options, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: home } })
  const ended = once(child, 'exit')
  const tools = await connect(await addressOf(createInterface({ input: child.stderr })))
  child.stderr.resume()
  return {
    open: (url, headers = {}) => openPage(tools, url, headers),
    async close() {
      // It can be gone before it has answered.
      void tools.send('Browser.close')
      await ended
      tools.close()
      await rm(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Imports an authority like a user would: https://chromium.googlesource.com/chromium/src/+/main/docs/linux/cert_management.md */
async function trust(home: string, authority: string): Promise<void> {
  const [database, file] = [join(home, '.pki/nssdb'), join(home, 'authority.pem')]
  await mkdir(database, { recursive: true })
  await writeFile(file, authority)
  await must('certutil', '-d', `sql:${database}`, '-N', '--empty-password')
  await must('certutil', '-d', `sql:${database}`, '-A', '-t', 'C,,', '-n', 'authority', '-i', file)
}

async function addressOf(lines: AsyncIterable<string>): Promise<string> {
  const told: string[] = []
  for await (const line of lines) {
    const [, address] = /^DevTools listening on (ws:\S+)/.exec(line) ?? []
    if (address !== undefined) return address
    told.push(line)
  }
  throw new Error(`${PROGRAM} ended: ${told.join('\n')}`)
}

interface Tools {
  /** Returns the result of a command; throws the browser's message. */
  send(method: string, params?: Json, sessionId?: string): Promise<Json>
  /** Waits for an event of a session. */
  event(method: string, sessionId: string): Promise<unknown>
  close(): void
}

async function connect(address: string): Promise<Tools> {
  const socket = new WebSocket(address)
  const answers = new Map<number, (answer: Json) => void>()
  const events = new EventTarget()
  socket.addEventListener('message', ({ data }) => {
    const told = JSON.parse(String(data)) as Json
    if (typeof told['id'] === 'number') answers.get(told['id'])?.(told)
    else events.dispatchEvent(new Event(`${String(told['sessionId'])} ${String(told['method'])}`))
  })
  await once(socket, 'open')
  let last = 0
  return {
    async send(method, params = {}, sessionId) {
      const id = ++last
      const answer = new Promise<Json>((resolve) => answers.set(id, resolve))
      socket.send(JSON.stringify({ id, method, params, sessionId }))
      const { result, error } = await answer
      if (error !== undefined) throw new Error(`${method}: ${JSON.stringify(error)}`)
      return result as Json
    },
    event: (method, sessionId) => once(events, `${sessionId} ${method}`),
    close: () => socket.close(),
  }
}

/** What a navigation ends with if a network interface of the machine comes or goes meanwhile, as with each host of a local cloud. */
const NETWORK_CHANGED = 'net::ERR_NETWORK_CHANGED'

async function openPage(tools: Tools, url: string, headers: Readonly<Record<string, string>>): Promise<Page> {
  const { targetId } = await tools.send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = (await tools.send('Target.attachToTarget', { targetId, flatten: true })) as { sessionId: string }
  const send = (method: string, params?: Json): Promise<Json> => tools.send(method, params, sessionId)
  await send('Page.enable')
  await send('Network.enable')
  await send('Network.setCacheDisabled', { cacheDisabled: true })
  await send('Network.setExtraHTTPHeaders', { headers })
  const loaded = tools.event('Page.loadEventFired', sessionId)
  const { errorText } = (await send('Page.navigate', { url })) as { readonly errorText?: string }
  if (errorText === NETWORK_CHANGED) {
    await tools.send('Target.closeTarget', { targetId })
    return openPage(tools, url, headers)
  }
  if (errorText !== undefined) throw new Error(`${url}: ${errorText}`)
  await loaded
  return { run: (expression) => evaluate(send, expression) }
}

async function evaluate(send: (method: string, params?: Json) => Promise<Json>, expression: string): Promise<unknown> {
  const answer = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
  const { result, exceptionDetails: thrown } = answer as {
    readonly result: { readonly value?: unknown }
    readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } }
  }
  if (thrown) throw new Error(thrown.exception?.description ?? thrown.text)
  return result.value
}
