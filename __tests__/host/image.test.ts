import { describe, expect, it } from '@jest/globals'
import { shell } from './shell.ts'

describe('why a pull failed', () => {
  it.each([
    ['Error response from daemon: manifest for r/web@sha256:aa not found: manifest unknown: manifest unknown', 'image-not-found'],
    ['Error response from daemon: failed to resolve reference "r/web@sha256:aa": r/web@sha256:aa: not found', 'image-not-found'],
    [
      "Error response from daemon: repository r/web not found: name unknown: The repository with name 'web' does not exist in the registry with id '1'",
      'image-not-found',
    ],
    ['Error response from daemon: Get "https://r/v2/web/manifests/sha256:aa": no basic auth credentials', 'pull-denied'],
    ['Error response from daemon: pull access denied for r/web, repository does not exist or may require authorization', 'pull-denied'],
    [
      'Error response from daemon: unknown: User: arn:aws:sts::1:assumed-role/x is not authorized to perform: ecr:BatchGetImage',
      'pull-denied',
    ],
    ['Error response from daemon: unauthorized: authentication required', 'pull-denied'],
    ['failed to register layer: write /bin/x: no space left on device', 'out-of-disk'],
    ['no matching manifest for linux/arm64/v8 in the manifest list entries', 'wrong-platform'],
    ['Error response from daemon: no match for platform in manifest: not found', 'wrong-platform'],
    ['Error response from daemon: Get "https://r/v2/": dial tcp 10.0.0.1:443: connect: connection refused', 'pull-failed'],
    ['Error response from daemon: Get "https://r/v2/": net/http: TLS handshake timeout', 'pull-failed'],
  ])('%s', (words, cause) => {
    expect(shell('pull_cause "$1"; printf "%s" "$PULL_CAUSE"', { args: [words] }).stdout).toBe(cause)
  })
})

const LOGIN = `state_open web; work_open; FIELD[region]=us-east-1; login_begin r:5000; login_end r:5000 || { printf '%s|%s' "$PULL_CAUSE" "$PULL_WORDS"; exit; }
cat "$WORK/config.json"; stat -c ' %a' "$WORK"`
const auth = (text: string) => `{"auths":{"r:5000":{"auth":"${text}"}}} 700\n`
const NO_METADATA = 'exit 7'
const METADATA = `stdin=''
[[ " $* " != *' -K - '* ]] || stdin=$(cat)
case $* in
  *api/token) echo imds-token ;;
  *security-credentials/) echo host-role ;;
  *security-credentials/host-role) printf '{"Code" : "Success",\n "AccessKeyId" : "ASIA1",\n "SecretAccessKey" : "s/e+c",\n "Token" : "t+/=="}' ;;
  *amazonaws.com/ | *amazonaws.com.cn/) [ "$stdin" = 'user = "ASIA1:s/e+c"
header = "X-Amz-Security-Token: t+/=="' ] && [[ "$*" != *s/e+c* ]] && printf '{"authorizationData":[{"authorizationToken":"QVdTOng=","expiresAt":1.7e9}]}' || exit 22 ;;
esac`

describe('the login', () => {
  const aws = 'printf "%s\\n" "pass word=="; echo "a warning" >&2'

  it('asks ECR as the host role, with the credentials on no command line', () => {
    const { stdout, stderr } = shell(`umask 077\n${LOGIN}`, { commands: { curl: METADATA, aws: 'exit 1' } })
    expect(stderr).toBe('')
    expect(stdout).toBe(auth('QVdTOng='))
  })

  it.each([
    ['there is no metadata', NO_METADATA],
    [
      'curl signs differently',
      `${METADATA}\n[[ $* != *amazonaws.com* ]] || exit 22`.replace('case $* in', 'case $* in *amazonaws.com*) exit 22 ;;'),
    ],
  ])('asks the AWS CLI when %s', (_when, curl) => {
    const { stdout } = shell(`umask 077\n${LOGIN}`, { commands: { curl, aws } })
    expect(stdout).toBe(auth(Buffer.from('AWS:pass word==').toString('base64')))
  })

  it('passes on why there is no password', () => {
    const { stdout } = shell(LOGIN, { commands: { curl: NO_METADATA, aws: 'echo "Unable to locate credentials" >&2; exit 253' } })
    expect(stdout).toBe('pull-denied|ecr:GetAuthorizationToken: Unable to locate credentials')
  })
})

it('removes noted images that no kept release needs, once', () => {
  const code = `state_open web; for ref in r@sha256:a r@sha256:b r@sha256:b r@sha256:c; do image_note "$ref"; done
images_prune 'sha256:b sha256:x'; cat "$SERVICE_DIR/pulled"`
  expect(shell(`exec 3>&1\n${code}`, { commands: { docker: 'echo "$@" >&3' } }).stdout).toBe('rmi r@sha256:a r@sha256:c\nr@sha256:b\n')
})
