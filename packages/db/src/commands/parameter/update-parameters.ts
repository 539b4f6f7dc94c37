import { parameterPatch } from '@highwater/core/parameters'
import { defineCommand } from '../define-command.ts'
import { expectedVersion } from '../expect-version.ts'
import { changeParameters } from './change-parameters.ts'
import { loadParameters } from './load-parameters.ts'

const subject = { id: 'parameters', name: 'parameters' }

/** Sets one parameter or several at once; workers go by the new values from their next cycle on. */
export const updateParameters = defineCommand({
  action: 'parameter.update',
  input: parameterPatch.safeExtend({ expectedVersion }),
  load: loadParameters,
  resource: () => ({ department: null, subject }),
  change: (tx, present, { expectedVersion, ...values }, context) =>
    changeParameters(tx, present, values, expectedVersion, context),
})
