import { channelFaults } from '@highwater/channels/catalog'
import { tellingAlso } from '@highwater/core'
import { createChannel } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { channelAnswer } from './channel-answer.ts'
import {
  channelFields,
  configField,
  departmentField,
  kindField,
  secretsField,
} from './channel-body.ts'
import { readChannel } from './read-channel.ts'

export const createChannelOperation = defineOperation({
  method: 'POST',
  path: '/channels',
  id: 'createChannel',
  tag: 'channels',
  summary: 'Create a channel; its settings must have been tested within 15 minutes',
  access: 'channel.write',
  status: 201,
  body: tellingAlso(
    z.strictObject({
      ...channelFields,
      kind: kindField,
      config: configField.optional(),
      secrets: secretsField.optional(),
      department: departmentField.nullable().optional(),
    }),
    channelFaults,
  ),
  answer: channelAnswer,
  async handle({ context, body }) {
    const { id } = await createChannel(context, body)
    return readChannel(context, id)
  },
})
