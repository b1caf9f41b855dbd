import { describe, expect, it } from '@jest/globals'
import { explainCause } from '../../../src/domain/cause/explain-cause.ts'

const RUNC = 'failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process'
const FACTS = { port: 8080, exitCode: undefined, healthCode: undefined, healthPath: '/', ports: [], detail: '', findings: [] }

describe('causes', () => {
  it('an unfit host is explained with every fatal finding and what to do', () => {
    const finding = (name: string, fatal: boolean) => ({ name, detail: `${name} is wrong`, hint: `Mend ${name}.`, fatal })
    const findings = [finding('python', true), finding('clock', false), finding('disk', true)]
    expect(explainCause({ ...FACTS, cause: 'host-unfit', findings })).toEqual({
      sentence: 'the host cannot run this release: python is wrong; disk is wrong',
      hint: 'Mend python. Mend disk.',
    })
    expect(explainCause({ ...FACTS, cause: 'host-unfit', detail: 'no network is free' })).toEqual({
      sentence: 'the host cannot run this release: no network is free',
      hint: expect.stringContaining('Nothing was changed'),
    })
  })

  it.each([
    [{ cause: 'exited', exitCode: 194 }, 'the container exited: exit code 194'],
    [{ cause: 'exited' }, 'the container exited: exit code unknown'],
    [{ cause: 'port-not-listening', ports: [3000, 9229] }, 'nothing listens on port 8080; the container listens on 3000, 9229'],
    [{ cause: 'port-not-listening' }, 'nothing listens on port 8080, or on any other'],
    [{ cause: 'health-status', healthCode: 301 }, 'the health check got the wrong status: 301 from /'],
    [
      { cause: 'secret-denied', detail: "ssm:/x: the host's role lacks ssm:GetParameter on parameter/x" },
      "ssm:/x: the host's role lacks ssm:GetParameter on parameter/x",
    ],
    [{ cause: 'health-no-response' }, 'the health check got no answer in time'],
    [{ cause: 'health-no-response', detail: 'gave no answer on port 8080 at /' }, 'the application gave no answer on port 8080 at /'],
    [{ cause: 'secret-missing', detail: 'ssm:/x does not exist' }, 'ssm:/x does not exist'],
    [{ cause: 'secret-missing' }, 'a secret does not exist'],
    [
      { cause: 'port-loopback', detail: "port 8080 listens on the container's loopback address only" },
      "port 8080 listens on the container's loopback address only",
    ],
    [
      { cause: 'port-not-listening', ports: [8080], detail: "port 8080 listens, but not on the container's own address" },
      "port 8080 listens, but not on the container's own address",
    ],
    [{ cause: 'proxy-port-taken', detail: 'port 80 is held by process 812 (nginx)' }, 'port 80 is held by process 812 (nginx)'],
    [
      { cause: 'lock-held', detail: 'another deploy of web.production holds the lock: https://github.com/o/r/actions/runs/7 since 12:00' },
      'another deploy of web.production holds the lock: https://github.com/o/r/actions/runs/7 since 12:00',
    ],
  ] as const)('%j', (facts, sentence) => {
    expect(explainCause({ ...FACTS, ...facts }).sentence).toBe(sentence)
  })

  it.each([
    [{ cause: 'health-status', healthCode: 301 }, ['health-path', 'health-codes', 'HTTPS', 'X-Forwarded-Proto']],
    [{ cause: 'health-status', healthCode: 308 }, ['health-path', 'health-codes', 'HTTPS']],
    [{ cause: 'health-status', healthCode: 400 }, ['health-host']],
    [{ cause: 'health-status', healthCode: 401 }, ['health-path', 'login', 'health-codes']],
    [{ cause: 'health-status', healthCode: 403 }, ['health-host', 'health-path']],
    [{ cause: 'health-status', healthCode: 404 }, ['health-path', '/health']],
    [{ cause: 'health-status', healthCode: 421 }, ['health-host']],
    [{ cause: 'health-status', healthCode: 500 }, ['log', 'health-path']],
    [{ cause: 'health-status', healthCode: 503 }, ['log', 'health-path']],
    [{ cause: 'health-status', healthCode: 204 }, ['health-codes']],
    [{ cause: 'health-no-response' }, ['health-timeout', 'health-path']],
    [{ cause: 'port-not-listening', ports: [3000] }, ['port: 3000', 'listen on 8080']],
    [{ cause: 'port-not-listening', ports: [3000, 9229] }, ['input port', '0.0.0.0']],
    [{ cause: 'port-not-listening', ports: [8080] }, ['0.0.0.0']],
    [{ cause: 'port-not-listening' }, ['health-timeout', 'log lines', '8080']],
    [{ cause: 'canary-errors', detail: '9 of 90 answers were 5xx; canary-max-error-rate is 5.0%' }, ['raise canary-max-error-rate']],
    [{ cause: 'canary-errors', detail: '9 of 90 answers were 5xx; baseline: 0 of 900' }, ['log', 'the live release does not']],
    [{ cause: 'canary-slow', detail: 'p99 is 2 s in 90 requests; canary-max-latency is 1 s' }, ['raise canary-max-latency']],
    [{ cause: 'canary-slow', detail: 'on average 90 ms instead of 9 ms' }, ['under load']],
    [{ cause: 'port-loopback' }, ['0.0.0.0', 'HOST', 'input env']],
    [{ cause: 'port-ipv6' }, ['0.0.0.0', '::']],
    [{ cause: 'port-blocked' }, ['iptables', 'nft']],
    [{ cause: 'health-redirect' }, ['trusted-proxies', 'X-Forwarded-Proto', 'health-path', 'health-codes']],
    [{ cause: 'health-tls' }, ['upstream: https', 'input port']],
    [{ cause: 'health-protocol', detail: 'port 1 speaks HTTP/2 without TLS, not plain HTTP/1.1' }, ['upstream: h2c']],
    [{ cause: 'health-protocol', detail: 'port 1 speaks plain HTTP/1.1, not TLS (https)' }, ['upstream at http']],
    [{ cause: 'health-protocol', detail: 'port 1 speaks something other than HTTP, not plain HTTP/1.1' }, ['upstream', 'input port']],
    [{ cause: 'certificate-failed' }, ['domains', 'redirect-domains', 'ports 80 and 443', 'certificate-timeout']],
    [{ cause: 'route-taken' }, ['domains', 'path-prefix', 'http-port']],
    [{ cause: 'exited', exitCode: 0 }, ['foreground', 'CMD', 'args']],
    [{ cause: 'exited', exitCode: 1 }, ['log']],
    [{ cause: 'exited', exitCode: 1, evidence: { logs: ' \n' } }, ['nothing to its log', 'variables']],
    [{ cause: 'exited', exitCode: 1, evidence: { logs: 'no database' } }, ['last log lines']],
    [{ cause: 'exited', exitCode: 137 }, ['memory', 'instance-type']],
    [{ cause: 'exited', exitCode: 1, evidence: { logs: 'exec /start.sh: no such file or directory' } }, ['CRLF', '.gitattributes']],
    [
      { cause: 'exited', exitCode: 127, evidence: { logs: '[FATAL tini (7)] exec /start.sh failed: No such file or directory\n' } },
      ['has this file', 'CRLF'],
    ],
    [{ cause: 'exited', exitCode: 1, evidence: { logs: 'exec /app: exec format error' } }, ['another platform', '#!/bin/sh']],
    [{ cause: 'exited', exitCode: 1, evidence: { logs: 'Error: open /data/x: no such file or directory' } }, ['last log lines']],
    [{ cause: 'start-failed', detail: `${RUNC}: exec: "/app": stat /app: no such file or directory: unknown` }, ['ENTRYPOINT', 'CMD']],
    [{ cause: 'start-failed', detail: `${RUNC}: exec: "/start.sh": permission denied: unknown` }, ['chmod=+x']],
    [
      { cause: 'start-failed', detail: 'Failed to Setup IP tables: iptables: No chain/target/match by that name. (exit status 1)' },
      ['packet filter', 'systemctl restart docker'],
    ],
    [{ cause: 'start-failed', detail: 'error while creating mount source path /a: permission denied' }, ['volume', 'limit']],
    [{ cause: 'out-of-memory' }, ['memory', 'instance-type']],
    [{ cause: 'out-of-disk' }, ['volume-size']],
    [{ cause: 'disk-failed' }, ['dmesg', 'renew: true']],
    [{ cause: 'proxy-port-taken' }, ['http-port']],
    [{ cause: 'image-not-found' }, ['input image', 'commit']],
    [{ cause: 'release-not-found', detail: 'no release was verified before the live one; there are: a, b' }, ['input release', 'commit']],
    [
      { cause: 'release-not-found', detail: 'no release was verified before the live one; there are: a' },
      ['nothing to return to', 'commit'],
    ],
    [{ cause: 'release-not-found', detail: 'x is unknown here' }, ['status', 'commit']],
  ] as const)('%j: the next step names the setting', (facts, words) => {
    const { hint } = explainCause({ ...FACTS, ...facts })
    for (const word of words) expect(hint).toContain(word)
  })
})
