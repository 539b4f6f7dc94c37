import type { TransactionSql } from './connect.ts'

const booleanType = 16

/** The driver takes an array of booleans for one boolean unless it is told. */
export const booleanArray = (tx: TransactionSql, values: readonly boolean[]) =>
  tx.array(values as boolean[], booleanType)
