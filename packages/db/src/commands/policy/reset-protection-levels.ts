import { defaultProtectionLevelSettings } from '@highwater/core/policy'
import { z } from 'zod'
import { defineCommand } from '../define-command.ts'
import { expectedVersion } from '../expect-version.ts'
import { loadPolicy, policyResource } from './load-policy.ts'
import { writePolicy } from './write-policy.ts'

/** Gives the levels the thresholds and frequencies that they had when Highwater was installed. */
export const resetProtectionLevels = defineCommand({
  action: 'policy.update',
  input: z.strictObject({ expectedVersion }),
  load: loadPolicy,
  resource: policyResource,
  change: (tx, present, { expectedVersion: readVersion }, context) =>
    writePolicy(
      tx,
      present,
      {
        settings: defaultProtectionLevelSettings,
        origin: 'reset',
        restoredFrom: null,
        readVersion,
      },
      context,
    ),
})
