import { AppError } from '@highwater/core'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { protectionPolicy } from '../../schema/index.ts'
import { defineCommand } from '../define-command.ts'
import { expectedVersion } from '../expect-version.ts'
import { loadPolicy, policyResource } from './load-policy.ts'
import { writePolicy } from './write-policy.ts'

/** Brings the settings of an old version back as a new one, which says where they came from. */
export const restoreProtectionLevels = defineCommand({
  action: 'policy.update',
  input: z.strictObject({ restore: z.int().min(1), expectedVersion }),
  async load(tx, { restore }) {
    const present = await loadPolicy(tx)
    const [old] = await tx
      .select({ settings: protectionPolicy.settings })
      .from(protectionPolicy)
      .where(eq(protectionPolicy.version, restore))
    if (!old) throw new AppError('not_found', `There is no version ${restore} of the levels.`)
    return { ...present, old: old.settings }
  },
  resource: policyResource,
  change: (tx, { old, ...present }, { restore, expectedVersion: readVersion }, context) =>
    writePolicy(
      tx,
      present,
      { settings: old, origin: 'restore', restoredFrom: restore, readVersion },
      context,
    ),
})
