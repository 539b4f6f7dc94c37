import { updateMaintenanceWindow, updateSilence } from '@highwater/db/commands'
import { defineOperation } from '../../define-operation.ts'
import { versionField } from '../../version-field.ts'
import { readSilence, readWindow } from './read-silence.ts'
import { silenceAnswer, windowAnswer } from './silence-answer.ts'
import { silenceChanges, windowChanges } from './silence-body.ts'

export const updateSilenceOperation = defineOperation({
  method: 'PATCH',
  path: '/silences/{id}',
  id: 'updateSilence',
  tag: 'silences',
  summary: 'Change a silence that has not ended; what is left out stays',
  access: 'silence.write',
  status: 200,
  body: silenceChanges.extend(versionField),
  answer: silenceAnswer,
  async handle({ context, params, body: { version, ...changes } }) {
    await updateSilence(context, { ...changes, silence: params.id, expectedVersion: version })
    return readSilence(context, params.id)
  },
})

export const updateMaintenanceWindowOperation = defineOperation({
  method: 'PATCH',
  path: '/maintenance-windows/{id}',
  id: 'updateMaintenanceWindow',
  tag: 'silences',
  summary: 'Change a maintenance window; what is left out stays',
  access: 'silence.write',
  status: 200,
  body: windowChanges.extend(versionField),
  answer: windowAnswer,
  async handle({ context, params, body: { version, ...changes } }) {
    const target = { silence: params.id, expectedVersion: version }
    await updateMaintenanceWindow(context, { ...changes, ...target })
    return readWindow(context, params.id)
  },
})
