import { parameterKey, parameterTable } from '@highwater/core/parameters'
import { z } from 'zod'
import { defineCommand } from '../define-command.ts'
import { expectedVersion } from '../expect-version.ts'
import { changeParameters } from './change-parameters.ts'
import { loadParameters } from './load-parameters.ts'

const subject = { id: 'parameters', name: 'parameters' }

/** Gives parameters their defaults back. */
export const resetParameters = defineCommand({
  action: 'parameter.update',
  input: z.strictObject({
    keys: z.array(parameterKey).min(1, 'Name at least one parameter.'),
    expectedVersion,
  }),
  load: loadParameters,
  resource: () => ({ department: null, subject }),
  change(tx, present, { keys, expectedVersion }, context) {
    const values = Object.fromEntries(keys.map((key) => [key, parameterTable[key].default]))
    return changeParameters(tx, present, values, expectedVersion, context)
  },
})
