import type { Database, TransactionSql } from '../../client/connect.ts'

/** The worker dies here. */
export class Killed extends Error {}

/** Counts the statements of a transaction and dies at the given one. */
function mortal(tx: TransactionSql, failsAt: number): TransactionSql {
  let statements = 0
  return new Proxy(tx, {
    apply(target, receiver, parameters) {
      const [first] = parameters as readonly unknown[]
      if (typeof first === 'object' && first !== null && 'raw' in first) statements += 1
      if (statements === failsAt) throw new Killed('The worker was killed.')
      return Reflect.apply(target, receiver, parameters)
    },
  })
}

/** The same database for a worker that dies at the given statement of each transaction. */
export const killing = (db: Database, failsAt: number): Database => ({
  ...db,
  sql: new Proxy(db.sql, {
    get(target, name, receiver) {
      if (name !== 'begin') return Reflect.get(target, name, receiver)
      return (work: (tx: TransactionSql) => Promise<unknown>) =>
        target.begin((tx) => work(mortal(tx, failsAt)))
    },
  }),
})
