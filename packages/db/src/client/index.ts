export {
  type ConnectOptions,
  connect,
  type Database,
  type Sql,
  type Transaction,
  type TransactionSql,
} from './connect.ts'
export { inTime } from './in-time.ts'
export { isDatabaseAway } from './is-database-away.ts'
export { readNowFrom } from './now.ts'
export { createSealer, fingerprintOf, type Sealer, type SecretKey } from './secrets.ts'
export { listen, publish, publishFrom, type Topic } from './topics.ts'
