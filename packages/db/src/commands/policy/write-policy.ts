import { guardedLevels, type ProtectionLevelSettings } from '@highwater/core/policy'
import type { Transaction } from '../../client/connect.ts'
import { type PolicyOrigin, protectionPolicy } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import type { ChangeContext } from '../context.ts'
import type { Changed, Unchanged } from '../define-command.ts'
import { expectVersion } from '../expect-version.ts'
import { lookAgainAtLevels } from '../look-again.ts'
import { isSame } from '../same.ts'
import type { PresentPolicy } from './load-policy.ts'

export interface NewPolicy {
  readonly settings: ProtectionLevelSettings
  readonly origin: PolicyOrigin
  /** The version whose settings are brought back. */
  readonly restoredFrom: number | null
  /** The version that the editor was looking at. */
  readonly readVersion: number | undefined
}

export type PolicyWritten = ProtectionLevelSettings & { readonly version: number }

/**
 * Writes a new version and has the projects of the levels that it changes judged again. Settings
 * that are in force already make no version.
 */
export async function writePolicy(
  tx: Transaction,
  present: PresentPolicy,
  { settings, origin, restoredFrom, readVersion }: NewPolicy,
  { actor, actorName, now }: ChangeContext,
): Promise<Changed<PolicyWritten> | Unchanged<PolicyWritten>> {
  const current = { ...present.settings, version: present.version }
  expectVersion('set of protection levels', present.version, readVersion, current)
  const changed = guardedLevels.filter((level) => !isSame(settings[level], present.settings[level]))
  if (changed.length === 0) return { result: current, unchanged: true }
  const version = present.version + 1
  await tx.insert(protectionPolicy).values({
    version,
    settings,
    createdAt: now,
    createdBy: actor.type === 'user' ? actor.id : null,
    createdByName: actorName,
    origin,
    restoredFrom,
  })
  await lookAgainAtLevels(tx, changed, now)
  const name =
    restoredFrom === null ? 'protection levels' : `protection levels of version ${restoredFrom}`
  const snapshots = { before: present.settings, after: settings }
  return {
    result: { ...settings, version },
    audit: [auditOf('policy.update', { id: String(version), name }, snapshots)],
    topics: ['policy', 'evaluate'],
  }
}
