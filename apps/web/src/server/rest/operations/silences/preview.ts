import { previewMaintenanceWindow, previewSilence } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { previewAnswer } from './silence-answer.ts'
import { silenceDraftBody, windowDraftBody } from './silence-body.ts'

export const previewSilenceOperation = defineOperation({
  method: 'POST',
  path: '/silences/preview',
  id: 'previewSilence',
  tag: 'silences',
  summary: 'What a silence would hide right now; nothing is saved',
  access: 'silence.read',
  status: 200,
  body: silenceDraftBody,
  answer: previewAnswer,
  handle: ({ services, viewer, body }) => previewSilence(services.db, viewer, body),
})

export const previewMaintenanceWindowOperation = defineOperation({
  method: 'POST',
  path: '/maintenance-windows/preview',
  id: 'previewMaintenanceWindow',
  tag: 'silences',
  summary: 'What a maintenance window would cover, and when it comes; nothing is saved',
  access: 'silence.read',
  status: 200,
  body: windowDraftBody,
  answer: previewAnswer,
  handle: ({ services, viewer, body }) => previewMaintenanceWindow(services.db, viewer, body),
})
