import { CHANGES } from '../../domain/command.ts'
import { optional } from '../../domain/field/field.ts'
import { boolean, choice, text } from '../../domain/field/fields.ts'
import { list, map } from '../../domain/field/list-fields.ts'
import { SECRET_ID, SECRET_SOURCE } from '../../domain/image/build-secrets.ts'
import { VARIABLE } from '../../domain/release/settings/container.ts'

const group = 'Image'

/** The image: where it is, or how it is built. */
export const IMAGE = {
  image: optional(
    text({
      pattern: /^[a-z0-9][\w.\-/:]*(@sha256:[0-9a-f]{64})?$/,
      expected: 'an image reference, such as public.ecr.aws/nginx/nginx:1.29 or name@sha256:...',
      group,
      description: 'Deploy this existing image and skip the build.',
    }),
  ),
  repository: optional(
    text({
      pattern: /^(?=.{2,256}$)[a-z0-9]+([._/-][a-z0-9]+)*$/,
      expected: 'the name of an ECR repository, such as team/web',
      group,
      commands: CHANGES,
      description: 'ECR repository to push to, of this environment alone; created if missing. Default: `<service>/<environment>`.',
    }),
  ),
  context: text({ default: '.', group, description: 'Build context, relative to the workspace.' }),
  dockerfile: optional(
    text({ group, description: 'Path of the Dockerfile, relative to the workspace. Default: `Dockerfile` in the context.' }),
  ),
  target: optional(text({ group, description: 'Stage of the Dockerfile to build. Default: the last one.' })),
  'build-args': map({
    key: VARIABLE,
    expected: 'NAME=value, one a line',
    group,
    description: 'Build arguments, `NAME=value`, one a line. They end up in the image: not for secrets, which `build-secrets` is for.',
  }),
  'build-secrets': map({
    key: SECRET_ID,
    value: SECRET_SOURCE,
    expected: 'id=env:VARIABLE or id=file:path, one a line',
    group,
    description:
      'Secrets of the build, `id=env:VARIABLE` or `id=file:path`, one a line, for `RUN --mount=type=secret,id=...` in the Dockerfile. They come into no image, cache, argument or log. Another value makes no other image: use `rebuild`.',
  }),
  ssh: optional(
    choice({
      of: ['default'],
      group,
      description:
        "`default` lets the build use the keys of the runner's SSH agent (`SSH_AUTH_SOCK`), for `RUN --mount=type=ssh` in the Dockerfile. Default: it cannot.",
    }),
  ),
  sbom: optional(
    text({
      pattern: /^[^\0]+$/,
      expected: 'the path of a file',
      group,
      description:
        'File with a list of what is in the image, which a step before this one has written: SPDX or CycloneDX, as JSON. Its path is relative to the workspace; below `runner.temp` it is no part of the build. It is put beside the image in the registry. Default: none.',
    }),
  ),
  platforms: list({
    separator: 'any',
    pattern: /^linux\/(amd64|arm64)$/,
    expected: 'linux/amd64, linux/arm64 or both',
    group,
    description: "Platforms to build for. Default: the host's own. More than one needs docker/setup-buildx-action.",
  }),
  cache: boolean({ default: 'true', group, description: 'Keep and use a build cache in the repository, under a tag of its own.' }),
  rebuild: boolean({
    default: 'false',
    group,
    ofRun: true,
    description:
      'Build although the image of this commit is there, without a cache and with the newest base image. It gets a tag of its own, and later deploys of the commit take it.',
  }),
}
