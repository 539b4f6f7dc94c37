import type { Database } from '../client/connect.ts'

/** What a read needs of the pool or of a transaction. */
export type Reader = Pick<Database['orm'], 'select' | 'execute'>

/** Several reads of one moment: one snapshot, one `now()`, and no writing. */
export const readTogether = <Out>(db: Database, read: (tx: Reader) => Promise<Out>): Promise<Out> =>
  db.orm.transaction((tx) => read(tx), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  })
