import { type Parameters, parametersFrom } from '@highwater/core/parameters'
import { isNotNull } from 'drizzle-orm'
import { parameter } from '../../schema/index.ts'
import type { Reader } from '../reader.ts'

/** Every parameter as it is in force; the same as the worker's `readParameters`, for pages. */
export async function readParametersInForce(db: Reader): Promise<Parameters> {
  const rows = await db
    .select({ key: parameter.key, value: parameter.value })
    .from(parameter)
    .where(isNotNull(parameter.value))
  return parametersFrom(
    Object.fromEntries(rows.flatMap(({ key, value }) => (value === null ? [] : [[key, value]]))),
  )
}
