import { deleteSilence } from '@highwater/db/commands'
import { defineOperation } from '../../define-operation.ts'

export const deleteSilenceOperation = defineOperation({
  method: 'DELETE',
  path: '/silences/{id}',
  id: 'deleteSilence',
  tag: 'silences',
  summary: 'End a silence and delete it',
  access: 'silence.write',
  status: 204,
  async handle({ context, params }) {
    await deleteSilence(context, { kind: 'silence', silence: params.id })
  },
})

export const deleteMaintenanceWindowOperation = defineOperation({
  method: 'DELETE',
  path: '/maintenance-windows/{id}',
  id: 'deleteMaintenanceWindow',
  tag: 'silences',
  summary: 'End a maintenance window and delete it',
  access: 'silence.write',
  status: 204,
  async handle({ context, params }) {
    await deleteSilence(context, { kind: 'maintenance', silence: params.id })
  },
})
