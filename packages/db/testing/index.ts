export { asSuperuser, renameTogether } from '../src/audit/tamper.fixture.ts'
export { verifyAudit } from '../src/audit/verify-audit.ts'
export { storyOf } from '../src/queue/queue.fixture.ts'
export { auditedWrite } from './audited-write.ts'
export {
  type AccountOptions,
  aChannel,
  aDepartment,
  adminContext,
  anAccount,
  aProject,
  contextOf,
  type TestAccount,
} from './builders.ts'
export { installClock, type MovableClock } from './clock.ts'
export { dumpUnsealed } from './dump-unsealed.ts'
export { type FreshDatabase, freshDatabase, prepareDatabase } from './fresh-database.ts'
export { testSealer } from './sealer.ts'
export { seedChannel, seedProject, seedProjects } from './seed.ts'
export { setParameters } from './set-parameters.ts'
export { undone } from './undone.ts'
