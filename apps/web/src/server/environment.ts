import { type Environment, readEnvironment } from '@highwater/environment'

export type WebEnvironment = Environment<'web'>

/**
 * The web server's settings; a wrong one ends the start with every problem listed. The library that
 * signs people in knows its public address under a name of its own.
 */
export function readWebEnvironment(): WebEnvironment {
  const environment = readEnvironment(process.env, 'web')
  process.env.NEXTAUTH_URL = environment.HIGHWATER_URL
  return environment
}
