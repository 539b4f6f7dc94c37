import type { Problem } from './error.ts'
import type { EnvironmentSource, ProcessName } from './variable.ts'
import { type VariableName, variables } from './variables.ts'

const companions: readonly (readonly VariableName[])[] = [
  ['HIGHWATER_ADMIN_EMAIL', 'HIGHWATER_ADMIN_PASSWORD'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
]

/** What is wrong between variables though each alone is well. */
export function checkTogether(source: EnvironmentSource, process: ProcessName): Problem[] {
  const problems: Problem[] = []
  if (process !== 'worker') {
    for (const names of companions) problems.push(...missingCompanions(source, names))
  }
  if (process === 'start' && isSet(source, 'DATABASE_URL') && !isSet(source, 'HIGHWATER_SECRET')) {
    problems.push({ name: 'HIGHWATER_SECRET', message: 'is required when DATABASE_URL is set' })
  }
  if (process === 'start' && portOf(source, 'PORT') === portOf(source, 'HIGHWATER_WORKER_PORT')) {
    problems.push({ name: 'HIGHWATER_WORKER_PORT', message: 'must differ from PORT' })
  }
  return problems
}

function missingCompanions(source: EnvironmentSource, names: readonly VariableName[]): Problem[] {
  const present = names.find((name) => isSet(source, name))
  if (present === undefined) return []
  return names
    .filter((name) => !isSet(source, name))
    .map((name) => ({ name, message: `is missing, it goes with ${present}` }))
}

const defaultPorts = {
  PORT: variables.PORT.default,
  HIGHWATER_WORKER_PORT: variables.HIGHWATER_WORKER_PORT.default,
}

function portOf(source: EnvironmentSource, name: keyof typeof defaultPorts): string {
  return isSet(source, name) ? (source[name]?.trim() ?? '') : defaultPorts[name]
}

function isSet(source: EnvironmentSource, name: VariableName): boolean {
  return (source[name] ?? '').trim() !== ''
}
