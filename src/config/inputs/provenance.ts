import { RELEASES } from '../../domain/command.ts'
import { guard, Invalid, optional, textField } from '../../domain/field/field.ts'
import type { About, Field } from '../../domain/field/field.ts'
import { choice, text } from '../../domain/field/fields.ts'
import { SEVERITIES } from '../../domain/image/scan.ts'
import { signerWorkflow } from '../../domain/provenance/signer.ts'
import type { RequiredSigner } from '../../domain/provenance/signer.ts'

const group = 'Image'

/** What an image must prove before a deploy. */
export const PROVENANCE = {
  'require-attestation': guard(
    { off: 'false', absent: undefined },
    signer({
      group,
      commands: RELEASES,
      description:
        'Deploy only an image with a signed attestation of its build (`actions/attest`) for its digest, by a workflow of this repository: `true` accepts any workflow, `.github/workflows/build.yml` only this one, `.github/workflows/build.yml@refs/heads/main` only this one on this ref. For a reusable workflow of another repository, add its name: `acme/builds/.github/workflows/image.yml`. `deploy` then needs `image`, because its own builds have no attestation.',
    }),
  ),
  'trusted-root': optional(
    text({
      pattern: /^[^\0]+$/,
      expected: 'the path of a file',
      group,
      commands: RELEASES,
      description:
        "With `require-attestation`: file with the roots to trust, relative to the workspace, as `gh attestation trusted-root` writes it. Private repositories need it, because GitHub's own instance signs their attestations, and so does GitHub Enterprise. Default: the current root of Sigstore's public instance.",
    }),
  ),
  'max-severity': guard(
    { off: 'none', absent: undefined },
    choice({
      of: SEVERITIES,
      group,
      commands: RELEASES,
      description:
        "Refuse an image in which ECR's scan found a vulnerability of this severity or worse. The action waits for a scan in progress, and refuses an image without one. `none` is no check.",
    }),
  ),
}

function signer(about: About): Field<RequiredSigner | undefined> {
  const expected = 'true, false, or a workflow such as .github/workflows/build.yml or .github/workflows/build.yml@refs/heads/main'
  return textField({ ...about, expected }, (raw) => {
    if (/^(false|False|FALSE)$/.test(raw)) return undefined
    if (/^(true|True|TRUE)$/.test(raw)) return 'any'
    const workflow = signerWorkflow(raw)
    if (workflow === undefined) throw new Invalid(expected)
    return workflow
  })
}
