import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { hostProgramModule } from '../bundle/host-program.ts'

const sources = () =>
  globSync(['host/**/*.py', 'scripts/bundle/*.py', 'local/tools/requirements.txt', 'src/domain/order/base85.ts']).toSorted()

export default {
  getCacheKey: () =>
    createHash('sha256')
      .update(
        sources()
          .map((file) => `${file}\0${readFileSync(file, 'utf8')}`)
          .join('\0'),
      )
      .digest('hex'),
  process: () => ({ code: hostProgramModule() }),
}
