import { expect, test } from '@jest/globals'
import { hostProgram } from '../../src/adapters/host-program.ts'
import { commandBytes, commandLines } from '../../src/domain/remote/host-command.ts'
test('x', () => {
  console.log(commandBytes(commandLines(hostProgram, { program: hostProgram.packed })), commandBytes(commandLines(hostProgram, { order: { verb: 'show' } })))
  expect(hostProgram.sha256).toMatch(/^[0-9a-f]{64}$/)
})
