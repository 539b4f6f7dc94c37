import type { Id, Instant, Millis } from '@highwater/core'
import { customType, uuid } from 'drizzle-orm/pg-core'

/** A point in time, kept as timestamptz and read as an `Instant`. */
export const instantColumn = customType<{ data: Instant; driverData: number }>({
  dataType: () => 'timestamp(3) with time zone',
  toDriver: (value) => value,
  fromDriver: (value) => value as Instant,
})

/** A length of time in milliseconds; named `..._ms` in SQL. */
export const millisColumn = customType<{ data: Millis; driverData: string }>({
  dataType: () => 'bigint',
  toDriver: (value) => String(Math.round(value)),
  fromDriver: (value) => Number(value) as Millis,
})

export const idColumn = <Name extends string>() => uuid().$type<Id<Name>>()
