import { endSilence } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { versionField } from '../../version-field.ts'
import { readSilence, readWindow } from './read-silence.ts'
import { silenceAnswer, windowAnswer } from './silence-answer.ts'

const body = z.strictObject(versionField)

export const endSilenceOperation = defineOperation({
  method: 'POST',
  path: '/silences/{id}/end',
  id: 'endSilence',
  tag: 'silences',
  summary: 'End a silence now; what still fires is told at once',
  access: 'silence.write',
  status: 200,
  body,
  answer: silenceAnswer,
  async handle({ context, params, body: { version } }) {
    await endSilence(context, { kind: 'silence', silence: params.id, expectedVersion: version })
    return readSilence(context, params.id)
  },
})

export const endMaintenanceWindowOperation = defineOperation({
  method: 'POST',
  path: '/maintenance-windows/{id}/end',
  id: 'endMaintenanceWindow',
  tag: 'silences',
  summary: 'End a maintenance window for good; what still fires is told at once',
  access: 'silence.write',
  status: 200,
  body,
  answer: windowAnswer,
  async handle({ context, params, body: { version } }) {
    await endSilence(context, { kind: 'maintenance', silence: params.id, expectedVersion: version })
    return readWindow(context, params.id)
  },
})
