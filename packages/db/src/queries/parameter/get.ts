import { isParameterKey } from '@highwater/core/parameters'
import type { Actor } from '@highwater/core/permissions'
import type { Database } from '../../client/connect.ts'
import { foundOne, notFound } from '../not-found.ts'
import { listParameters, type ParameterItem } from './list.ts'

/** @throws AppError `not_found` for a key that is not in the table */
export async function getParameter(
  db: Database,
  viewer: Actor,
  key: string,
): Promise<ParameterItem> {
  if (!isParameterKey(key)) throw notFound('parameter')
  const { items } = await listParameters(db, viewer)
  return foundOne(
    items.filter((item) => item.key === key),
    'parameter',
  )
}
