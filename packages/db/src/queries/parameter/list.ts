import type { Instant } from '@highwater/core'
import {
  type ParameterGroup,
  type ParameterKey,
  type ParameterUnit,
  parameterKeys,
  parameterTable,
} from '@highwater/core/parameters'
import type { Actor } from '@highwater/core/permissions'
import type { Database } from '../../client/connect.ts'
import { parameter } from '../../schema/index.ts'
import { permit } from '../permit.ts'

export interface ParameterItem {
  readonly key: ParameterKey
  readonly group: ParameterGroup
  readonly unit: ParameterUnit
  readonly min: number
  readonly max: number
  readonly default: number
  readonly value: number
  readonly isDefault: boolean
  /** Who changed or reset it last, and when; null where nobody ever did. */
  readonly changedAt: Instant | null
  readonly changedByName: string | null
}

export interface ParameterList {
  readonly items: readonly ParameterItem[]
  /** What a later change may name, so that it is refused when somebody else was faster. */
  readonly version: number
}

/** Every parameter in the order of the table, with what is in force and who said so. */
export async function listParameters(db: Database, viewer: Actor): Promise<ParameterList> {
  permit(viewer, 'parameter.read')
  const rows = await db.orm.select().from(parameter)
  const touched = new Map(rows.map((row) => [row.key, row]))
  const items = parameterKeys.map((key): ParameterItem => {
    const { group, unit, min, max, default: preset } = parameterTable[key]
    const row = touched.get(key)
    const value = row?.value ?? preset
    return {
      key,
      group,
      unit,
      min,
      max,
      default: preset,
      value,
      isDefault: value === preset,
      changedAt: row?.changedAt ?? null,
      changedByName: row?.changedByName ?? null,
    }
  })
  return { items, version: Math.max(1, ...rows.map((row) => row.version)) }
}
