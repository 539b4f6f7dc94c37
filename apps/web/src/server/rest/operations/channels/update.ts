import { updateChannel } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { versionField } from '../../version-field.ts'
import { channelAnswer } from './channel-answer.ts'
import { channelFields, configField, kindField, secretsField } from './channel-body.ts'
import { readChannel } from './read-channel.ts'

export const updateChannelOperation = defineOperation({
  method: 'PATCH',
  path: '/channels/{id}',
  id: 'updateChannel',
  tag: 'channels',
  summary: 'Change a channel; what is left out stays',
  access: 'channel.write',
  status: 200,
  body: z
    .strictObject({
      ...channelFields,
      kind: kindField,
      config: configField,
      secrets: secretsField,
    })
    .partial()
    .extend(versionField),
  answer: channelAnswer,
  async handle({ context, params, body: { version, ...changes } }) {
    await updateChannel(context, { ...changes, channel: params.id, expectedVersion: version })
    return readChannel(context, params.id)
  },
})
