import { describe, expect, it } from '@jest/globals'
import { shell } from './shell.ts'

const AWS = `case $* in
  *ParameterNotFound*) echo 'An error occurred (ParameterNotFound) when calling the GetParameter operation: ' >&2; exit 254 ;;
  *denied*) echo 'An error occurred (AccessDeniedException) when calling the GetParameter operation: User: arn:x is not authorized to perform: ssm:GetParameter on resource: arn:y' >&2; exit 254 ;;
  *kms*) echo 'An error occurred (AccessDeniedException) when calling the GetParameter operation: User: arn:x is not authorized to perform: kms:Decrypt on resource: arn:k' >&2; exit 254 ;;
  *throttled*) echo 'An error occurred (ThrottlingException) when calling the GetParameter operation: Rate exceeded' >&2; exit 254 ;;
  *binary*) echo ;;
  *get-secret-value*) printf '%s\\n' '{"user":"ü","pass":"one\\ntwo\\n","port":5432,"on":true}' ;;
  *lines*) printf 'one\\n two $(id) "x"\\n\\n\\n' ;;
  *) printf 'value\\n' ;;
esac
echo 'DeprecationWarning: never mind' >&2`

function read(secrets: string[]) {
  const code = `FIELD[region]=us-east-1; SECRETS=("$@"); secrets_read || { printf '%s\\0%s\\0' "$SECRET_CAUSE" "$SECRET_WORDS"; exit; }
for secret in "$@"; do printf '%s\\0' "\${SECRET_VALUES[\${secret%%=*}]}"; done`
  return shell(code, { args: secrets, commands: { aws: AWS } }).values
}

describe('secrets', () => {
  it('are read as they are, trailing newlines too', () => {
    expect(
      read([
        'A=ssm:/plain',
        'B=ssm:/lines',
        'C=secretsmanager:x#pass',
        'D=secretsmanager:arn:aws:secretsmanager:us-east-1:1:secret:x-AbCdEf#port',
        'E=secretsmanager:x#on',
        'F=secretsmanager:x#user',
      ]),
    ).toEqual(['value', 'one\n two $(id) "x"\n\n', 'one\ntwo\n', '5432', 'true', 'ü'])
  })

  it.each([
    ['A=ssm:/ParameterNotFound', 'secret-missing', 'ssm:/ParameterNotFound does not exist'],
    ['A=ssm:/denied', 'secret-denied', "ssm:/denied: the host's role lacks ssm:GetParameter on parameter/denied"],
    [
      'A=secretsmanager:denied#key',
      'secret-denied',
      "secretsmanager:denied: the host's role lacks secretsmanager:GetSecretValue on denied",
    ],
    ['A=ssm:/kms', 'secret-denied', "ssm:/kms: the host's role lacks kms:Decrypt on the key of ssm:/kms"],
    ['A=secretsmanager:x#nokey', 'secret-missing', 'secretsmanager:x#nokey: no such key in its JSON'],
    ['A=secretsmanager:binary', 'secret-missing', 'secretsmanager:binary holds no text'],
    ['A=vault:x', 'secret-failed', 'A: not a name or a source that can be used'],
    ['DOCKER_HOST=ssm:/plain', 'secret-failed', 'DOCKER_HOST: not a name or a source that can be used'],
    ['BASHOPTS=ssm:/plain', 'secret-failed', 'BASHOPTS: not a name or a source that can be used'],
    ['A B=ssm:/plain', 'secret-failed', 'A B: not a name or a source that can be used'],
  ])('%s gives %s', (secret, cause, words) => {
    expect(read(['OK=ssm:/plain', secret])).toEqual([cause, words])
  })

  it('that fail otherwise bring the words of AWS', () => {
    expect(read(['A=ssm:/throttled'])[1]).toContain('Rate exceeded')
  })

  it('reach the container through the environment of its client only', () => {
    const code = `FIELD=([region]=r [service]=web [release]=r1 [digest]=d [image]=i); SLOT_NAME=web.r1 SLOT_IP=10.0.0.2; SECRETS=(S=ssm:/lines); OPTIONS=(--env 'A=x y'); secrets_read; slot_run; printf '\\0%s' "\${S-unset}"`
    const { stdout } = shell(code, { commands: { aws: AWS, docker: `printf '%s\\n' "$@"; printf '\\0%s\\0' "$S"` } })
    const [argv = '', value, , after] = stdout.split('\0')
    expect(value).toBe('one\n two $(id) "x"\n\n')
    expect(argv.split('\n')).toEqual(expect.arrayContaining(['--env', 'A=x y', '-e', 'S', '--ip', '10.0.0.2', '--restart', 'no']))
    expect(argv).not.toContain('$(id)')
    expect(after).toBe('unset')
  })
})
