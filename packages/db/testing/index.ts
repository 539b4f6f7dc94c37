export { type MovableClock, installClock } from './clock.ts'
export { type FreshDatabase, freshDatabase, prepareDatabase } from './fresh-database.ts'
export { testSealer } from './sealer.ts'
export {
  adminContext,
  aChannel,
  aDepartment,
  anAccount,
  aProject,
  contextOf,
  systemContext,
} from './builders.ts'
