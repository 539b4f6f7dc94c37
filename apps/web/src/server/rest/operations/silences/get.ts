import { defineOperation } from '../../define-operation.ts'
import { readSilence, readWindow } from './read-silence.ts'
import { silenceAnswer, windowAnswer } from './silence-answer.ts'

export const getSilenceOperation = defineOperation({
  method: 'GET',
  path: '/silences/{id}',
  id: 'getSilence',
  tag: 'silences',
  summary: 'Read a silence',
  access: 'silence.read',
  status: 200,
  answer: silenceAnswer,
  handle: ({ context, params }) => readSilence(context, params.id),
})

export const getMaintenanceWindowOperation = defineOperation({
  method: 'GET',
  path: '/maintenance-windows/{id}',
  id: 'getMaintenanceWindow',
  tag: 'silences',
  summary: 'Read a maintenance window',
  access: 'silence.read',
  status: 200,
  answer: windowAnswer,
  handle: ({ context, params }) => readWindow(context, params.id),
})
