import { parameterGroups, parameterTable, parameterUnits } from '@highwater/core/parameters'
import type { ParameterItem } from '@highwater/db/queries'
import { z } from 'zod'
import { pageOf, time, whole } from '../../wire.ts'

export const parameterAnswer = z
  .object({
    key: z.string(),
    group: z.enum(parameterGroups),
    meaning: z.string().describe('What it does.'),
    unit: z.enum(parameterUnits),
    min: z.number(),
    max: z.number(),
    default: z.number(),
    value: z.number(),
    isDefault: z.boolean(),
    changedAt: time.nullable(),
    changedByName: z.string().nullable(),
  })
  .meta({ id: 'Parameter' })

export const parametersAnswer = pageOf(parameterAnswer).extend({
  version: z.int().describe('Send it with a change to be told if somebody else was faster.'),
})

export const toParameter = (item: ParameterItem) => ({
  ...item,
  meaning: parameterTable[item.key].meaning.en,
})

export const toParameters = (list: {
  readonly items: readonly ParameterItem[]
  readonly version: number
}) => ({ ...whole(list.items.map(toParameter)), version: list.version })
