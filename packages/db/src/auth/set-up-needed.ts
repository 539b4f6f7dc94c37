import type { Database } from '../client/connect.ts'
import { hasAdmin } from './has-admin.ts'

/** Whether nobody can administer this installation yet: then the first page is the one that makes somebody. */
export const setUpNeeded = async (db: Database): Promise<boolean> =>
  !(await db.orm.transaction(hasAdmin))
