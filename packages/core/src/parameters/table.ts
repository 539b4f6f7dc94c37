import { absenceParameters } from './absence.ts'
import { deliveryParameters } from './delivery.ts'
import { flappingParameters } from './flapping.ts'
import { historyParameters } from './history.ts'
import { holdingParameters } from './holding.ts'
import { hostParameters } from './hosts.ts'
import type { ParameterSpec } from './parameter.ts'
import { peopleParameters } from './people.ts'
import { signInParameters } from './sign-in.ts'
import { stormParameters } from './storm.ts'
import { systemParameters } from './system.ts'

/** THE table of everything an installation may tune; page, API and documentation are drawn from it. */
export const parameterTable = {
  ...holdingParameters,
  ...absenceParameters,
  ...flappingParameters,
  ...stormParameters,
  ...deliveryParameters,
  ...hostParameters,
  ...systemParameters,
  ...historyParameters,
  ...peopleParameters,
  ...signInParameters,
} satisfies Record<string, ParameterSpec>

export type ParameterKey = keyof typeof parameterTable

export const isParameterKey = (key: string): key is ParameterKey =>
  Object.hasOwn(parameterTable, key)

export const parameterKeys: readonly ParameterKey[] =
  Object.keys(parameterTable).filter(isParameterKey)

/** The value of every parameter, in the unit that the table names. */
export type Parameters = Readonly<Record<ParameterKey, number>>

export const defaultParameters: Parameters = parametersFrom({})

/** What is in force: the defaults, but for what was set. Keys of another version are passed over. */
export function parametersFrom(overrides: Readonly<Record<string, number>>): Parameters {
  const values = parameterKeys.map((key) => [key, overrides[key] ?? parameterTable[key].default])
  return Object.fromEntries(values) as Parameters
}
