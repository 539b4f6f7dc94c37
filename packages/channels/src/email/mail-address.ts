import { isMailAddress, notAMailAddress } from '@highwater/core'
import { z } from 'zod'

/** Nothing that would make anything but a host of the URL that it is read as. */
const international = /^[\p{L}\p{M}\p{N}.。．｡-]+$/u

const ascii = /^\p{ASCII}*$/u

/** The form of a domain that mail servers know; null where it has none. */
function asciiDomain(text: string): string | null {
  if (ascii.test(text)) return text
  // Forms read settings too, so that this cannot be left to Node alone.
  const url = `http://${text}`
  return international.test(text) && URL.canParse(url) ? new URL(url).hostname : null
}

/** A mailbox that every mail server can be told of; a domain in other letters is kept as punycode. */
export const mailAddress = z
  .string()
  .trim()
  .max(254)
  .transform((text, context) => {
    const refused = (message: string) => {
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    }
    const at = text.lastIndexOf('@')
    const mailbox = text.slice(0, Math.max(at, 0))
    if (!ascii.test(mailbox)) {
      return refused('Before the @ use letters from a to z, digits and signs such as . _ + - only.')
    }
    const host = asciiDomain(text.slice(at + 1))
    if (host === null) return refused('Write the domain after the @ in its ASCII form (xn--…).')
    const address = `${mailbox}@${host}`
    return isMailAddress(address) ? address : refused(notAMailAddress)
  })
