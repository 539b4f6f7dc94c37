import type { ProtectionLevelSettings } from '@highwater/core/policy'
import { desc } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { protectionPolicy } from '../../schema/index.ts'
import { lockInstallation } from '../lock-installation.ts'

export interface PresentPolicy {
  readonly version: number
  readonly settings: ProtectionLevelSettings
}

/** Reads the thresholds in force for a change: one writer at a time. */
export async function loadPolicy(tx: Transaction): Promise<PresentPolicy> {
  await lockInstallation(tx)
  const [present] = await tx
    .select({ version: protectionPolicy.version, settings: protectionPolicy.settings })
    .from(protectionPolicy)
    .orderBy(desc(protectionPolicy.version))
    .limit(1)
  if (!present) throw new Error('There are no protection levels: the migrations have not been run.')
  return present
}

export const policyResource = ({ version }: PresentPolicy) => ({
  department: null,
  subject: { id: String(version), name: 'protection levels' },
})
