import { type ProtectionLevelSettings, protectionLevelSettings } from '@highwater/core/policy'
import { z } from 'zod'
import { defineCommand } from '../define-command.ts'
import { loadPolicy, policyResource } from './load-policy.ts'
import { writePolicy } from './write-policy.ts'

const version = z.int('Send the version that you read the protection levels with.').min(1)

/** Writes a new version of the thresholds and frequencies; the old ones stay to be looked at (P5). */
export const updateProtectionLevels = defineCommand({
  action: 'policy.update',
  input: protectionLevelSettings.safeExtend({ version }),
  load: loadPolicy,
  resource: policyResource,
  change(tx, present, { high, medium, low, version: readVersion }, context) {
    const settings: ProtectionLevelSettings = { high, medium, low }
    const written = { settings, origin: 'edit', restoredFrom: null, readVersion } as const
    return writePolicy(tx, present, written, context)
  },
})
