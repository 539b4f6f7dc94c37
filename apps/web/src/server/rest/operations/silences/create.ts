import { createMaintenanceWindow, createSilence } from '@highwater/db/commands'
import { defineOperation } from '../../define-operation.ts'
import { readSilence, readWindow } from './read-silence.ts'
import { silenceAnswer, windowAnswer } from './silence-answer.ts'
import { silenceBody, windowBody } from './silence-body.ts'

export const createSilenceOperation = defineOperation({
  method: 'POST',
  path: '/silences',
  id: 'createSilence',
  tag: 'silences',
  summary: 'Hold messages back until a time; alerts go on being raised',
  access: 'silence.write',
  status: 201,
  body: silenceBody,
  answer: silenceAnswer,
  async handle({ context, body }) {
    const { id } = await createSilence(context, body)
    return readSilence(context, id)
  },
})

export const createMaintenanceWindowOperation = defineOperation({
  method: 'POST',
  path: '/maintenance-windows',
  id: 'createMaintenanceWindow',
  tag: 'silences',
  summary: 'Hold messages back again and again, by an RFC 5545 rule',
  access: 'silence.write',
  status: 201,
  body: windowBody,
  answer: windowAnswer,
  async handle({ context, body }) {
    const { id } = await createMaintenanceWindow(context, body)
    return readWindow(context, id)
  },
})
