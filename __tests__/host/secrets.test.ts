import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { scratch, shell } from './shell.ts'

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

/** AWS as curl meets it: parameters, secrets, and refusals that are not explained. */
const CURL = `[[ " $* " != *' -K - '* ]] || cat >/dev/null
case $* in
  *api/token) echo imds-token ;;
  *security-credentials/) echo host-role ;;
  *security-credentials/host-role) printf '{"AccessKeyId":"ASIA1","SecretAccessKey":"s","Token":"t"}' ;;
  *GetParameters*) echo asked >>"$ASKED"; [[ $* != *denied* ]] && python3 -c '
import json, sys
names = json.loads([word for word in sys.argv if word.startswith("{")][0])["Names"]
assert len(names) <= 10 and len(set(names)) == len(names)
values = {"/lines": "one\\n two $(id) \\"x\\"\\n\\n", "/plain": "value", "/umlaut": "\\u00fc\\U0001f600"}
found = []
for name, colon, version in (asked.partition(":") for asked in names):
    if name in values or name.startswith("/number"):
        found.append({"Name": name, "Selector": colon + version, "Value": values.get(name, name)})
print(json.dumps({"Parameters": found}))' "$@" || exit 22 ;;
  *GetSecretValue*whole*) printf '%s' '{"SecretString":"one\\n"}' ;;
  *GetSecretValue*json*) printf '%s' '{"SecretString":"{\\"key\\":\\"two\\\\n\\"}"}' ;;
  *) exit 22 ;;
esac`

function readFast(secrets: string[], aws = 'exit 99') {
  const asked = join(scratch(), 'asked')
  const { values } = shell(READ, { args: secrets, commands: { curl: CURL, aws }, env: { ASKED: asked } })
  return { values, asked: existsSync(asked) ? readFileSync(asked, 'utf8').split('asked').length - 1 : 0 }
}

const READ = `FIELD[region]=us-east-1; SECRETS=("$@"); secrets_read || { printf '%s\\0%s\\0' "$SECRET_CAUSE" "$SECRET_WORDS"; exit; }
for secret in "$@"; do printf '%s\\0' "\${SECRET_VALUES[\${secret%%=*}]}"; done`

function read(secrets: string[]) {
  return shell(READ, { args: secrets, commands: { aws: AWS, curl: 'exit 7' } }).values
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
    const { stdout } = shell(code, { commands: { aws: AWS, curl: 'exit 7', docker: `printf '%s\\n' "$@"; printf '\\0%s\\0' "$S"` } })
    const [argv = '', value, , after] = stdout.split('\0')
    expect(value).toBe('one\n two $(id) "x"\n\n')
    expect(argv.split('\n')).toEqual(expect.arrayContaining(['--env', 'A=x y', '-e', 'S', '--ip', '10.0.0.2', '--restart', 'no']))
    expect(argv).not.toContain('$(id)')
    expect(after).toBe('unset')
  })

  it.each(['SERVICE_KEY', 'RELEASE', 'FIELD', 'OPTIONS', 'SECRETS', 'SECRET_VALUES', 'SLOT_IP', 'STATE', 'LOCK', 'name', 'names'])(
    'reach it under the name of a variable of the script, too: %s',
    (name) => {
      const code = `FIELD=([region]=r [service]=web [release]=r1 [digest]=d [image]=i); SLOT_NAME=web.r1 SLOT_IP=10.0.0.2 SECRET_VALUES=(["$1"]=hidden); slot_run`
      expect(shell(code, { args: [name], commands: { docker: `printf '%s' "$${name}"` } }).stdout).toBe('hidden')
    },
  )
})

describe('secrets are read without the AWS CLI', () => {
  it('as they are, with one request for all parameters', () => {
    const secrets = [
      'A=ssm:/plain',
      'B=ssm:/lines',
      'C=secretsmanager:whole',
      'D=secretsmanager:json#key',
      'E=ssm:/plain',
      'F=ssm:/umlaut',
      'G=ssm:/plain:3',
    ]
    expect(readFast(secrets)).toEqual({ values: ['value', 'one\n two $(id) "x"\n\n', 'one\n', 'two\n', 'value', 'ü😀', 'value'], asked: 1 })
  })

  it('ten parameters with each request', () => {
    const names = Array.from({ length: 21 }, (_, n) => `/number${n}`)
    expect(readFast(names.map((name, n) => `N${n}=ssm:${name}`))).toEqual({ values: names, asked: 3 })
  })

  it.each([
    [
      ['OK=ssm:/plain', 'A=ssm:/ParameterNotFound'],
      ['secret-missing', 'ssm:/ParameterNotFound does not exist'],
    ],
    [
      ['OK=ssm:/plain', 'A=ssm:/denied'],
      ['secret-denied', "ssm:/denied: the host's role lacks ssm:GetParameter on parameter/denied"],
    ],
    [
      ['OK=ssm:/plain', 'A=secretsmanager:binary'],
      ['secret-missing', 'secretsmanager:binary holds no text'],
    ],
  ])('but %j asks it what is wrong', (secrets, words) => {
    expect(readFast(secrets, AWS).values).toEqual(words)
  })
})
