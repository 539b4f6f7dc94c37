import { diff } from '@highwater/core/audit'
import { type ProtectionLevelSettings, protectionLevelSettings } from '@highwater/core/policy'
import type { PolicyVersion, PolicyVersionDetail } from '@highwater/db/queries'
import { z } from 'zod'
import { time } from '../../wire.ts'

const change = z.object({
  path: z.string().describe('Such as `high.latencySeconds`.'),
  before: z.number().nullable(),
  after: z.number().nullable(),
})

export const policyVersionAnswer = protectionLevelSettings
  .safeExtend({
    version: z.int(),
    createdAt: time,
    createdByName: z.string(),
    origin: z.enum(['edit', 'restore', 'reset']),
    restoredFrom: z.int().nullable().describe('The version whose settings were brought back.'),
  })
  .meta({ id: 'ProtectionLevelsVersion' })

export const policyVersionDetailAnswer = policyVersionAnswer
  .safeExtend({
    changes: z.array(change).describe('What it changed of the version before it.'),
    differences: z.array(change).describe('What restoring it would change now.'),
  })
  .meta({ id: 'ProtectionLevelsVersionDetail' })

type Change = z.infer<typeof change>

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** Value by value; an override that is taken away as a whole is told by each of its values. */
function changesOf(before: ProtectionLevelSettings, after: ProtectionLevelSettings): Change[] {
  return diff(flatten(before), flatten(after)).map(({ path, before: old, after: next }) => ({
    path,
    before: numberOf(old),
    after: numberOf(next),
  }))
}

function flatten(value: object, prefix = ''): Record<string, unknown> {
  const entries = Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === 'object' && inner !== null
      ? Object.entries(flatten(inner, `${prefix}${key}.`))
      : [[`${prefix}${key}`, inner] as const],
  )
  return Object.fromEntries(entries)
}

export const toPolicyVersion = ({ settings, createdBy: _, ...version }: PolicyVersion) => ({
  ...settings,
  ...version,
})

export const toPolicyVersionDetail = ({ before, inForce, ...version }: PolicyVersionDetail) => ({
  ...toPolicyVersion(version),
  changes: before === null ? [] : changesOf(before, version.settings),
  differences: changesOf(inForce.settings, version.settings),
})
