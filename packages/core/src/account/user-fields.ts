import { z } from 'zod'
import { globalRoles } from '../permissions/actor.ts'
import { contactFields } from '../person/schema.ts'
import { displayName, email } from './schema.ts'

const mostInAccount = 64
const mostInDescription = 256

/** What an administrator says of a person: the address is the account by which they sign in (I5). */
export const userFields = {
  email: email.refine(
    (text) => text.length <= mostInAccount,
    `Use at most ${mostInAccount} characters.`,
  ),
  displayName,
  role: z.enum(globalRoles, { error: `Use one of ${globalRoles.join(', ')}.` }),
  mobile: contactFields.mobile,
  description: z
    .string()
    .trim()
    .max(mostInDescription, `Use at most ${mostInDescription} characters.`)
    .refine((text) => !text.includes('\u0000'), 'Leave the null character out.'),
}
