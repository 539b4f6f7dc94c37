import { ownRobotKinds } from '@highwater/channels/catalog'
import { contactFields } from '@highwater/core/person'
import { z } from 'zod'
import { settingsField } from '../channel/channel-input.ts'

const kinds = ownRobotKinds.join(', ')

/** A robot of one's own: what is left out stays. Null in its place takes it away. */
const ownRobotField = z
  .strictObject({ enabled: z.boolean(), config: settingsField, secrets: settingsField })
  .partial()
  .nullable()

const { mobile, dingtalkUserId, feishuOpenId, wecomUserId } = contactFields

/** How a person can be told of alerts, and called in chats; what is left out stays. */
export const contactsInput = z
  .strictObject({
    mobile,
    dingtalkUserId,
    feishuOpenId,
    wecomUserId,
    /** Whether alerts go to their own e-mail address. */
    mail: z.boolean(),
    robots: z.partialRecord(
      z.enum(ownRobotKinds, { error: () => `Use one of ${kinds}.` }),
      ownRobotField,
    ),
  })
  .partial()

export type ContactsInput = z.output<typeof contactsInput>
export type OwnRobotInput = NonNullable<z.output<typeof ownRobotField>>
