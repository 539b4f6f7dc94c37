import { z } from 'zod'
import { isId, type UserId } from '../ids.ts'
import { isTimeZone } from '../zoned-time.ts'
import { isContact } from './contact.ts'
import { onCallTurns } from './on-call.ts'

const emptyAsNull = (text: string | null): string | null => (text === '' ? null : text)

/** `@138-0000 0000` and `+86 13800000000` are what people paste; chats want bare digits. */
const mobile = z
  .string()
  .transform((text) => text.replace(/^[@+]|[\s-]/g, '').replace(/^86(?=1\d{10}$)/, ''))
  .nullable()
  .transform(emptyAsNull)
  .refine((text) => text === null || isContact('mobile', text), {
    message: 'Write a mobile number: digits only.',
  })

const idIn = (name: 'dingtalkUserId' | 'feishuOpenId' | 'wecomUserId', message: string) =>
  z
    .string()
    .transform((text) => text.trim().replace(/^@/, ''))
    .nullable()
    .transform(emptyAsNull)
    .refine((text) => text === null || isContact(name, text), { message })

/** How a person can be called in chats; null, or nothing, takes a contact away. */
export const contactFields = {
  mobile,
  dingtalkUserId: idIn(
    'dingtalkUserId',
    'Write the userId of the DingTalk directory: letters and digits, no spaces.',
  ),
  feishuOpenId: idIn('feishuOpenId', 'Write a Feishu open_id: it starts with ou_.'),
  wecomUserId: idIn(
    'wecomUserId',
    'Write the account of the WeCom directory: letters and digits, no spaces.',
  ),
}

const mostOnCall = 50
const hour = 'Use an hour of the day, 0–23.'

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  Number.isFinite(Date.parse(text)) &&
  new Date(Date.parse(text)).toISOString().startsWith(text)

/** Who is on call in a department. */
export const onCallRotaField = z.strictObject({
  people: z
    .array(
      z
        .string()
        .refine(isId, 'This is not an id.')
        .transform((id) => id as UserId),
    )
    .min(1, 'Name at least one person.')
    .max(mostOnCall, `Name at most ${mostOnCall} people.`)
    .refine((list) => new Set(list).size === list.length, 'Name each only once.'),
  turns: z.enum(onCallTurns),
  startsOn: z.string().refine(isDate, 'Write a day such as 2026-01-31.'),
  handoverHour: z.int(hour).min(0, hour).max(23, hour),
  timeZone: z.string().refine(isTimeZone, 'Use the name of a time zone, such as Asia/Shanghai.'),
})
