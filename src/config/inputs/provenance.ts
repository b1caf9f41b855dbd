import { RELEASES } from '../../domain/command.ts'
import { Invalid, optional, textField } from '../../domain/field/field.ts'
import type { About, Field } from '../../domain/field/field.ts'
import { choice, text } from '../../domain/field/fields.ts'
import { SEVERITIES } from '../../domain/image/scan.ts'
import { signerWorkflow } from '../../domain/provenance/signer.ts'
import type { RequiredSigner } from '../../domain/provenance/signer.ts'

const group = 'Image'

/** What an image must prove before it is deployed. */
export const PROVENANCE = {
  'require-attestation': signer({
    default: 'false',
    group,
    commands: RELEASES,
    description:
      'Deploy only an image with a signed attestation of how it was built (`actions/attest`), for exactly its digest, by this repository: `true` takes any of its workflows, `.github/workflows/build.yml` only that one, `.github/workflows/build.yml@refs/heads/main` only that one on this ref. A reusable workflow of another repository is named with it: `acme/builds/.github/workflows/image.yml`. `deploy` then needs `image`: what it builds itself has no attestation.',
  }),
  'trusted-root': optional(
    text({
      pattern: /^[^\0]+$/,
      expected: 'the path of a file',
      group,
      commands: RELEASES,
      description:
        "With `require-attestation`: file with the roots to trust, relative to the workspace, as `gh attestation trusted-root` writes it; needed for private repositories, whose attestations GitHub's own instance signs, and for GitHub Enterprise. Default: that of Sigstore's public instance as it is now.",
    }),
  ),
  'max-severity': optional(
    choice({
      of: SEVERITIES,
      group,
      commands: RELEASES,
      description:
        "Refuse an image in which ECR's scan found a vulnerability of this severity or a worse one. A scan in progress is waited for; an image without one is refused. Default: scans are not asked for.",
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
