import type { TransactionSql } from '../../client/connect.ts'
import type { SignalOrigin } from './fold.ts'

/** The column that holds the newest accepted observation of what comes from there. */
export const watermarkOf = (tx: TransactionSql, origin: SignalOrigin) =>
  tx(origin === 'pushed' ? 'pushed_watermark' : 'collected_watermark')
