/** One request of a load, and its whole answer. */
import type { Agent } from 'node:http'
import { machine } from '../machine/patience.ts'
import { requestOf } from './way.ts'

interface Answer {
  readonly status: number
  readonly version: string
  readonly body: string
}

/** On an idle machine; a request without an answer by then counts as lost. */
const SECONDS_FOR_AN_ANSWER = 30

export function exchange(agent: Agent, method: string, url: URL, headers: Record<string, string>, body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = requestOf(url.href)(
      url,
      { agent, method, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
        response.on('error', reject)
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, version: String(response.headers['x-version'] ?? '?'), body: text })
        })
      },
    )
    const callOff = machine.after(SECONDS_FOR_AN_ANSWER, () => sent.destroy(new Error('no answer')))
    sent.on('close', callOff)
    sent.on('error', reject)
    sent.end(body)
  })
}
