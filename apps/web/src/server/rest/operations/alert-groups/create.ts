import { alertGroupFields } from '@highwater/core/subscription'
import { createAlertGroup } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { departmentField } from '../subscriptions/subscription-body.ts'
import { alertGroupAnswer } from './alert-group-answer.ts'
import { readAlertGroup } from './read-alert-group.ts'

const { name, remark, channels } = alertGroupFields

export const createAlertGroupOperation = defineOperation({
  method: 'POST',
  path: '/alert-groups',
  id: 'createAlertGroup',
  tag: 'alert groups',
  summary: 'Make a named set of channels',
  access: 'group.write',
  status: 201,
  body: z.strictObject({ name, remark: remark.optional(), channels, department: departmentField }),
  answer: alertGroupAnswer,
  async handle({ context, body }) {
    const { id } = await createAlertGroup(context, body)
    return readAlertGroup(context, id)
  },
})
