import { alertGroupFields } from '@highwater/core/subscription'
import { updateAlertGroup } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { versionField } from '../../version-field.ts'
import { alertGroupAnswer } from './alert-group-answer.ts'
import { readAlertGroup } from './read-alert-group.ts'

const { name, remark, channels } = alertGroupFields

export const updateAlertGroupOperation = defineOperation({
  method: 'PATCH',
  path: '/alert-groups/{id}',
  id: 'updateAlertGroup',
  tag: 'alert groups',
  summary: 'Change an alert group; what is left out stays',
  access: 'group.write',
  status: 200,
  body: z.strictObject({
    name: name.optional(),
    remark: remark.optional(),
    channels: channels.unwrap().optional(),
    ...versionField,
  }),
  answer: alertGroupAnswer,
  async handle({ context, params, body: { version, ...changes } }) {
    await updateAlertGroup(context, { ...changes, group: params.id, expectedVersion: version })
    return readAlertGroup(context, params.id)
  },
})
