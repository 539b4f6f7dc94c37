import { z } from 'zod'
import { locales } from '../locale.ts'
import { isMailAddress, notAMailAddress } from '../mail-address.ts'
import { isPlainName, unseenInName } from '../plain-name.ts'
import { isTimeZone } from '../zoned-time.ts'

/** How an account is named at sign-in; case does not matter. */
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'Use at most 254 characters.')
  .refine(isMailAddress, notAMailAddress)

export const displayName = z
  .string()
  .trim()
  .min(1, 'Give a name.')
  .max(64, 'Use at most 64 characters.')
  .refine(isPlainName, unseenInName)

/**
 * What holds for passwords everywhere; the upper end only bounds the work of hashing. The length and
 * the strength that an installation asks for are judged where the password is set.
 */
export const newPassword = z
  .string()
  .min(8, 'Use at least 8 characters.')
  .max(200, 'Use at most 200 characters.')
  .refine((text) => new Set(text).size >= 4, 'Use at least 4 different characters.')

/** What the page asks that makes the first administrator. */
export const setUpInput = z
  .strictObject({
    email,
    displayName,
    password: newPassword,
    /** The language of messages to channels. */
    locale: z.enum(locales),
    /** In which messages write their times, unless the environment has said so. */
    timeZone: z.string().refine(isTimeZone).optional(),
  })
  .refine((input) => input.password.toLowerCase() !== input.email, {
    path: ['password'],
    message: 'The password must differ from the e-mail address.',
  })

export const changePasswordInput = z
  .strictObject({
    currentPassword: z.string().min(1, 'Give your present password.').max(200),
    newPassword,
  })
  .refine((input) => input.newPassword !== input.currentPassword, {
    path: ['newPassword'],
    message: 'Choose a password that differs from the present one.',
  })
