import { createSocket } from 'node:dgram'
import { once } from 'node:events'

/** Type and data of a record, as on the wire. */
export type WireRecord = readonly [type: number, data: Buffer]

export const TYPE = { A: 1, NS: 2, CNAME: 5, SOA: 6, AAAA: 28, CAA: 257 } as const

/** A DNS server on loopback: RFC 1035, section 4, for one question. A name that has no records does not exist; `silent` ones get no answer. */
export async function dnsServer(records: ReadonlyMap<string, readonly WireRecord[]>, silent: readonly string[] = []) {
  const asked: string[] = []
  const socket = createSocket('udp4')
  socket.on('message', (message, { address, port }) => {
    const { name, type, end } = questionOf(message)
    asked.push(name)
    if (silent.includes(name)) return
    const all = records.get(name)
    const found = (all ?? []).filter(([kind]) => kind === type)
    socket.send(answerTo(message.subarray(0, end), found, all === undefined ? 3 : 0), port, address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return { at: `127.0.0.1:${socket.address().port}`, asked, close: () => socket.close() }
}

export function wireName(name: string): Buffer {
  const labels = name.split('.').map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)]))
  return Buffer.concat([...labels, Buffer.from([0])])
}

export function wireAddress(address: string): Buffer {
  return Buffer.from(address.split('.').map(Number))
}

export function wireCaa(tag: string, value: string): Buffer {
  return Buffer.concat([Buffer.from([0, tag.length]), Buffer.from(tag + value)])
}

function questionOf(message: Buffer): { readonly name: string; readonly type: number; readonly end: number } {
  const labels: string[] = []
  let at = 12
  for (let length = message.readUInt8(at); length > 0; length = message.readUInt8(at)) {
    labels.push(
      message
        .subarray(at + 1, at + 1 + length)
        .toString()
        .toLowerCase(),
    )
    at += 1 + length
  }
  return { name: labels.join('.'), type: message.readUInt16BE(at + 1), end: at + 5 }
}

function answerTo(asked: Buffer, found: readonly WireRecord[], code: number): Buffer {
  const head = Buffer.from(asked.subarray(0, 12))
  head.writeUInt16BE(0x8180 | code, 2)
  for (const [at, count] of [1, found.length, 0, 0].entries()) head.writeUInt16BE(count, 4 + 2 * at)
  return Buffer.concat([head, asked.subarray(12), ...found.map(recordOf)])
}

/** The name is that of the question: a pointer to its place. */
function recordOf([type, data]: WireRecord): Buffer {
  const head = Buffer.alloc(12)
  head.writeUInt16BE(0xc00c, 0)
  head.writeUInt16BE(type, 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt32BE(60, 6)
  head.writeUInt16BE(data.length, 10)
  return Buffer.concat([head, data])
}
