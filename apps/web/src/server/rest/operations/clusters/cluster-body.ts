import { clusterName } from '@highwater/core/channel'
import { z } from 'zod'
import { configField, secretsField } from '../channels/channel-body.ts'

export const clusterFields = {
  name: clusterName,
  config: configField.describe(
    '`endpoint`, `signIn`: `password` with `user`, or `access-key` with `accessKey`; `version`, `ca`, `proxy`.',
  ),
  secrets: secretsField.describe('`password` or `secretKey`; written, never read again.'),
}

export const saveUntested = z
  .boolean()
  .optional()
  .describe('Saves settings that no successful test vouches for; audited as such.')
