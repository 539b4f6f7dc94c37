import type { InputFault } from '../errors.ts'
import { type ParameterKey, type Parameters, parameterTable } from './table.ts'

/** Pairs of which the first may not exceed the second; both are of one unit. */
const ascending: readonly (readonly [ParameterKey, ParameterKey])[] = [
  ['rawSignalDays', 'minuteHistoryDays'],
  ['minuteHistoryDays', 'hourHistoryDays'],
  ['noSignalAtLeastSeconds', 'noSignalUnknownIntervalSeconds'],
]

/**
 * What does not fit together, told at the parameter that was changed: a coarser history, say, must
 * be kept at least as long as a finer one.
 */
export function parameterOrderFaults(
  parameters: Parameters,
  changed: readonly ParameterKey[],
): InputFault[] {
  return ascending.flatMap(([lower, upper]): InputFault[] => {
    const low = parameters[lower]
    const high = parameters[upper]
    if (low <= high) return []
    const { unit } = parameterTable[lower]
    const message = changed.includes(lower)
      ? `${low} ${unit} is more than ${upper}, which is ${high} ${unit}.`
      : `${high} ${unit} is less than ${lower}, which is ${low} ${unit}.`
    return [{ path: changed.includes(lower) ? lower : upper, message }]
  })
}
