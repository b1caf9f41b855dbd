import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { explainCause, isCause } from '../../src/domain/cause.ts'

const HOST = join(import.meta.dirname, '..', '..', 'host')
const FACTS = { port: 8080, exitCode: undefined, healthCode: undefined, healthPath: '/', ports: [], detail: '' }

describe('causes', () => {
  it('every cause that a host script can give is in the list', () => {
    const scripts = globSync('*.sh', { cwd: HOST }).map((file) => readFileSync(join(HOST, file), 'utf8'))
    const given = scripts.flatMap((text) =>
      [...text.matchAll(/(?:\bfail |\brefuse_early |[A-Z]_CAUSE=)([a-z]+(?:-[a-z]+)*)/g)].map(([, cause = '']) => cause),
    )
    expect(given.length).toBeGreaterThan(20)
    expect(given.filter((cause) => !isCause(cause))).toEqual([])
  })

  it.each([
    [{ cause: 'exited', exitCode: 194 }, 'the container exited: exit code 194'],
    [{ cause: 'exited' }, 'the container exited: exit code unknown'],
    [{ cause: 'port-not-listening', ports: [3000, 9229] }, 'nothing listens on the port: 8080; the container listens on 3000, 9229'],
    [{ cause: 'port-not-listening' }, 'nothing listens on the port: 8080, and on no other either'],
    [{ cause: 'health-status', healthCode: 301 }, 'the health check got the wrong status: 301 from /'],
    [
      { cause: 'secret-denied', detail: 'ssm:GetParameter on parameter/x' },
      "the host's role may not read a secret: ssm:GetParameter on parameter/x",
    ],
    [{ cause: 'health-silent' }, 'the health check got no answer in time'],
  ] as const)('%j', (facts, sentence) => {
    expect(explainCause({ ...FACTS, ...facts }).sentence).toBe(sentence)
  })
})
