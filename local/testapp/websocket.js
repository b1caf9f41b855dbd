// The minimum of RFC 6455 for an echo: the handshake, short text frames, close.
import { createHash } from 'node:crypto'

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const TEXT = 1
const CLOSE = 8
const open = new Set()

function frame(opcode, payload) {
  const short = payload.length < 126
  const head = Buffer.alloc(short ? 2 : 4)
  head[0] = 0x80 | opcode
  head[1] = short ? payload.length : 126
  if (!short) head.writeUInt16BE(payload.length, 2)
  return Buffer.concat([head, payload])
}

/** Takes whole frames off the buffer and returns what is left. */
function take(buffer, each) {
  while (buffer.length >= 6) {
    const long = (buffer[1] & 127) === 126
    const start = long ? 8 : 6
    const length = long ? buffer.readUInt16BE(2) : buffer[1] & 127
    if (buffer.length < start + length) break
    const mask = buffer.subarray(start - 4, start)
    const payload = Buffer.from(buffer.subarray(start, start + length)).map((byte, i) => byte ^ mask[i % 4])
    each(buffer[0] & 15, payload)
    buffer = buffer.subarray(start + length)
  }
  return buffer
}

export function upgrade(request, socket) {
  const accept = createHash('sha1')
    .update(request.headers['sec-websocket-key'] + GUID)
    .digest('base64')
  const head = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade', `Sec-WebSocket-Accept: ${accept}`]
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  open.add(socket)
  socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy())
  let rest = Buffer.alloc(0)
  socket.on('data', (chunk) => {
    rest = take(Buffer.concat([rest, chunk]), (opcode, payload) => {
      if (opcode === CLOSE) socket.end(frame(CLOSE, payload))
      if (opcode === TEXT) socket.write(frame(TEXT, payload))
    })
  })
}

/** Tells every client that the server is going away: 1001. */
export function closeAll() {
  for (const socket of open) socket.end(frame(CLOSE, Buffer.from([0x03, 0xe9])))
}
