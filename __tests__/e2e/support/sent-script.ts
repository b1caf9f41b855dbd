import { gunzipSync } from 'node:zlib'
import type { Call } from '../../../local/cloud.ts'

/** What an SSM command makes its host run, decoded: the script, and behind it the payload with a line for each name and value. */
export function sentScript({ params }: Call): string {
  const lines = (params['Parameters'] as { commands: string[] }).commands
  const encoded = lines.slice(lines.findIndex((line) => line.endsWith('gunzip')) + 1, lines.indexOf('SCRIPT'))
  const script = gunzipSync(Buffer.from(encoded.join(''), 'base64')).toString()
  const payload = /<<'PAYLOAD'\n([^]*?)\nPAYLOAD/.exec(script)?.[1] ?? ''
  return script + Buffer.from(payload, 'base64').toString().replaceAll('\0', '\n')
}
