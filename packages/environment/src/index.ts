export { EnvironmentError, type Problem } from './error.ts'
export { type Environment, readEnvironment } from './read-environment.ts'
export type { SecretKey } from './secret-keys.ts'
export type { EnvironmentSource, ProcessName } from './variable.ts'
