import type { MailRefusal, MailResult } from '../io.ts'

interface SmtpError extends Error {
  readonly code?: string
  readonly command?: string
  readonly response?: string
  readonly responseCode?: number
  readonly recipient?: string
  readonly rejectedErrors?: readonly SmtpError[]
}

const isSmtpError = (error: unknown): error is SmtpError => error instanceof Error

type Refused = Extract<MailResult, { kind: 'refused' }>

function stepOf(error: SmtpError): Refused['step'] {
  if (error.code === 'EAUTH') return 'sign-in'
  if (error.code === 'ETLS') return 'encryption'
  if (error.code === 'EMESSAGE') return 'message'
  switch (error.command) {
    case 'MAIL FROM':
      return 'sender'
    case 'RCPT TO':
      return 'recipients'
    case 'DATA':
      return 'message'
    default:
      return 'greeting'
  }
}

const recipients = (errors: readonly unknown[] | undefined): readonly MailRefusal[] =>
  (errors ?? []).filter(isSmtpError).map((error) => ({
    recipient: error.recipient ?? '',
    code: error.responseCode ?? null,
    text: error.response ?? error.message,
  }))

/** What the server would have answered. */
const tooLarge = 552

/** Reads what a server refused out of nodemailer's error; null when the server said nothing. */
function message(error: unknown): Refused | null {
  if (!isSmtpError(error)) return null
  // Without an answer of the server it is a matter of the network, except for missing credentials
  // and a mail that is larger than the server said beforehand that it takes.
  const isTooLarge = error.code === 'EMESSAGE' && error.response === undefined
  if (error.response === undefined && error.code !== 'EAUTH' && !isTooLarge) return null
  return {
    kind: 'refused',
    step: stepOf(error),
    code: error.responseCode ?? (isTooLarge ? tooLarge : null),
    text: error.response ?? error.message,
    refused: recipients(error.rejectedErrors),
  }
}

export const refusalOf = { recipients, message }
