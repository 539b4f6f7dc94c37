import {
  guardedLevels,
  type ProtectionLevelSettings,
  protectionLevelSettings,
} from '@highwater/core/policy'
import { desc } from 'drizzle-orm'
import { z } from 'zod'
import { protectionPolicy } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { expectVersion } from '../expect-version.ts'
import { lockInstallation } from '../lock-installation.ts'
import { lookAgainAtLevels } from '../look-again.ts'
import { isSame } from '../same.ts'

const version = z.int('Send the version that you read the protection levels with.').min(1)

/** Writes a new version of the thresholds and frequencies; the old ones stay to be looked at (P5). */
export const updateProtectionLevels = defineCommand({
  action: 'policy.update',
  input: protectionLevelSettings.safeExtend({ version }),
  async load(tx) {
    await lockInstallation(tx)
    const [present] = await tx
      .select({ version: protectionPolicy.version, settings: protectionPolicy.settings })
      .from(protectionPolicy)
      .orderBy(desc(protectionPolicy.version))
      .limit(1)
    if (!present)
      throw new Error('There are no protection levels: the migrations have not been run.')
    return present
  },
  resource: ({ version }) => ({
    department: null,
    subject: { id: String(version), name: 'protection levels' },
  }),
  async change(
    tx,
    present,
    { high, medium, low, version: readVersion },
    { actor, actorName, now },
  ) {
    const current = { ...present.settings, version: present.version }
    expectVersion('set of protection levels', present.version, readVersion, current)
    const settings: ProtectionLevelSettings = { high, medium, low }
    const changed = guardedLevels.filter(
      (level) => !isSame(settings[level], present.settings[level]),
    )
    if (changed.length === 0) return { result: current, unchanged: true }
    const next = present.version + 1
    await tx.insert(protectionPolicy).values({
      version: next,
      settings,
      createdAt: now,
      createdBy: actor.type === 'user' ? actor.id : null,
      createdByName: actorName,
    })
    await lookAgainAtLevels(tx, changed, now)
    const subject = { id: String(next), name: 'protection levels' }
    return {
      result: { ...settings, version: next },
      audit: [auditOf('policy.update', subject, { before: present.settings, after: settings })],
      topics: ['policy', 'evaluate'],
    }
  },
})
