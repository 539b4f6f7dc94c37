import { z } from 'zod'
import { baseUrl } from '../settings/common.ts'
import { proxyAddress } from '../settings/proxy-address.ts'
import { cleanPasted } from '../settings/vendor-address.ts'

/** `-1001234567890` for a group, digits for a person, `@name` for a public channel. */
const chatId = z
  .union([z.string().trim(), z.int().transform(String)])
  .pipe(
    z
      .string()
      .regex(
        /^(-?\d{1,20}|@[A-Za-z]\w{3,31})$/,
        'Write a chat id such as -1001234567890, or @name.',
      ),
  )

const threadId = z
  .union(
    [
      z.literal('').transform(() => undefined),
      z
        .string()
        .trim()
        .regex(/^\d{1,15}$/)
        .transform(Number),
      z.int().positive(),
    ],
    { error: 'Write the number of the topic.' },
  )
  .optional()

export const telegramConfig = z.strictObject({
  baseUrl,
  chatId,
  messageThreadId: threadId,
  silent: z.boolean().default(false),
  proxy: proxyAddress,
})
export type TelegramConfig = z.output<typeof telegramConfig>

export const telegramSecrets = z.strictObject({
  botToken: z
    .string()
    .max(200)
    .transform(cleanPasted)
    .pipe(
      z
        .string()
        .regex(/^\d{3,20}:[\w-]{5,100}$/, 'Write the whole token: digits, a colon and the rest.'),
    ),
})
export type TelegramSecrets = z.output<typeof telegramSecrets>
