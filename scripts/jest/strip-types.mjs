import { createHash } from 'node:crypto'
import { stripTypeScriptTypes } from 'node:module'

export default {
  getCacheKey: (source, file, { instrument }) =>
    createHash('sha256').update([process.version, file, instrument, source].join('\0')).digest('hex'),
  process: (source) => ({ code: stripTypeScriptTypes(source) }),
}
