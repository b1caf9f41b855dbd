import { CHANGES } from '../../domain/command.ts'
import { optional } from '../../domain/field/field.ts'
import { boolean, choice, text } from '../../domain/field/fields.ts'
import { list } from '../../domain/field/list-fields.ts'
import { map } from '../../domain/field/map-field.ts'
import { IMAGE_REFERENCE, isReachable } from '../../domain/image/image-reference.ts'
import { SECRET_ID, SECRET_SOURCE } from '../../domain/image/build-secrets.ts'
import { VARIABLE } from '../../domain/release/settings/container.ts'

const group = 'Image'

/** The image: its source, or how to build it. */
export const IMAGE = {
  image: optional(
    text({
      pattern: IMAGE_REFERENCE,
      isValid: isReachable,
      expected: 'an image reference with a name in lower case, such as public.ecr.aws/nginx/nginx:1.29 or name@sha256:...',
      group,
      description: 'Deploy this existing image and skip the build.',
    }),
  ),
  repository: optional(
    text({
      pattern: /^(?=.{2,256}$)[a-z0-9]+([._/-][a-z0-9]+)*$/,
      expected: 'the name of an ECR repository, such as team/web',
      group,
      commands: [...CHANGES, 'doctor'],
      description:
        'ECR repository to push to, used by this environment alone. The action creates it if it is missing. Default: `<service>/<environment>`.',
    }),
  ),
  context: text({ default: '.', group, description: 'Build context, relative to the workspace.' }),
  dockerfile: optional(
    text({ group, description: 'Path of the Dockerfile, relative to the workspace. Default: `Dockerfile` in the context.' }),
  ),
  target: optional(text({ group, description: 'Stage of the Dockerfile to build. Default: the last one.' })),
  'build-args': map({
    key: VARIABLE,
    entry: { name: 'NAME', values: ['value'] },
    group,
    description: 'Build arguments, `NAME=value`, one a line. They become part of the image: use `build-secrets` for secrets.',
  }),
  'build-secrets': map({
    key: SECRET_ID,
    value: SECRET_SOURCE,
    entry: { name: 'id', values: ['env:VARIABLE', 'file:path'] },
    group,
    description:
      'Secrets for `RUN --mount=type=secret,id=...` in the Dockerfile: `id=env:VARIABLE` or `id=file:path`, one a line. No image, cache, argument or log contains them. A new value does not change the tag of the image: set `rebuild`.',
  }),
  ssh: optional(
    choice({
      of: ['default'],
      group,
      description:
        "`default` lets `RUN --mount=type=ssh` in the Dockerfile use the runner's SSH agent (`SSH_AUTH_SOCK`). Default: no access.",
    }),
  ),
  sbom: optional(
    text({
      pattern: /^[^\0]+$/,
      expected: 'the path of a file',
      group,
      description:
        'SBOM of the image that an earlier step wrote: SPDX or CycloneDX, as JSON. A path relative to the workspace; a file below `runner.temp` stays out of the build. The action attaches it to the image in the registry. Default: none.',
    }),
  ),
  platforms: list({
    separator: 'any',
    pattern: /^linux\/(amd64|arm64)$/,
    expected: 'linux/amd64, linux/arm64 or both',
    group,
    description: "Platforms to build for. Default: the host's own. More than one needs docker/setup-buildx-action.",
  }),
  cache: boolean({ default: 'true', group, description: 'Keep a build cache in the repository, under its own tag.' }),
  rebuild: boolean({
    default: 'false',
    group,
    ofRun: true,
    description:
      'Build even if the registry has the image of this commit, without a cache and with the newest base image. The new image has its own tag, and later deploys of the commit use it.',
  }),
}
