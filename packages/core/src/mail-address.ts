/** A dot-string of RFC 5321. The other form, in quotes, is not taken. */
const mailbox = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/

const label = '[A-Za-z0-9][A-Za-z0-9-]{0,62}'

/** One label is enough inside a company; one that ends in a number is no name but an IP address. */
const domain = new RegExp(`^(?=.{1,253}$)(?:${label}\\.)*(?!\\d+$)${label}$`)

/** Whether every mail server can be told of this mailbox. */
export function isMailAddress(text: string): boolean {
  const at = text.lastIndexOf('@')
  return mailbox.test(text.slice(0, Math.max(at, 0))) && domain.test(text.slice(at + 1))
}

export const notAMailAddress = 'Write an e-mail address such as dba@example.com.'
