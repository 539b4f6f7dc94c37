import { z } from 'zod'
import type { ParameterSpec } from './parameter.ts'
import { type ParameterKey, parameterKeys, parameterTable } from './table.ts'

/** The allowed range in words, as a refusal says it. */
export function rangeOf({ min, max, unit }: ParameterSpec): string {
  switch (unit) {
    case 'percent':
      return `Use ${min}–${max} %.`
    case 'ratio':
      return `Use ${min}–${max}.`
    case 'count':
      return `Use a whole number from ${min} to ${max}.`
    case 'seconds':
    case 'minutes':
    case 'hours':
    case 'days':
      return `Use ${min}–${max} ${unit}.`
  }
}

export const isWhole = ({ unit }: ParameterSpec): boolean => unit !== 'ratio'

function parameterValue(spec: ParameterSpec) {
  const range = rangeOf(spec)
  const number = isWhole(spec) ? z.int(range) : z.number(range)
  return number.min(spec.min, range).max(spec.max, range)
}

type ValueShape = Record<ParameterKey, z.ZodOptional<ReturnType<typeof parameterValue>>>

const shape = Object.fromEntries(
  parameterKeys.map((key) => [key, parameterValue(parameterTable[key]).optional()]),
) as ValueShape

/** New values of some parameters. That they fit together is checked against those in force. */
export const parameterPatch = z.strictObject(shape)
export type ParameterPatch = z.output<typeof parameterPatch>

export const parameterKey = z.enum(parameterKeys, 'There is no such parameter.')
