import { inflateSync } from 'node:zlib'
import type { Call } from '../../../local/aws/requests.ts'
import { DIGITS } from '../../../src/domain/order/base85.ts'

/** The order in an SSM command, as JSON text; undefined for a command that only brings the program. */
export function sentOrder({ params }: Call): string | undefined {
  const text = (params['Parameters'] as { commands: string[] }).commands.join('')
  const [, length = '0'] = /"\$0" [0-9a-f]{64} (\d+) 0 0/.exec(text) ?? []
  return Number(length) > 0 ? inflateSync(unpacked(text.slice(-Number(length)))).toString('utf8') : undefined
}

/** The inverse of `base85`. */
function unpacked(text: string): Buffer {
  const spare = (5 - (text.length % 5)) % 5
  const words = text.padEnd(text.length + spare, DIGITS.at(-1)).match(/.{5}/g) ?? []
  const bytes = Buffer.alloc(words.length * 4)
  for (const [at, word] of words.entries()) {
    const value = [...word].reduce((sum, digit) => sum * 85 + DIGITS.indexOf(digit), 0)
    bytes.writeUInt32BE(Math.min(value, 2 ** 32 - 1), at * 4)
  }
  return bytes.subarray(0, bytes.length - spare)
}
