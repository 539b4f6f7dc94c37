interface Answered {
  readonly outcome: string | null
  readonly httpStatus: number | null
  readonly providerCode: string | null
}

/** Whether somebody answered; where nobody did, the words of an attempt are ours or the network's. */
export const isAnswered = ({ outcome, httpStatus, providerCode }: Answered): boolean =>
  outcome === 'delivered' || outcome === 'partial' || httpStatus !== null || providerCode !== null

/** The code and words of an attempt in one line; a mail server's words begin with the code. */
export function receiverWords(code: string | null, message: string | null): string {
  if (!code || message?.startsWith(code)) return message ?? ''
  return message ? `${code} ${message}` : code
}
