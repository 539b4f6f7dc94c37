import type { RejectionFault } from '@highwater/core/delivery'
import type { MailResult } from '../io.ts'
import type { Reason } from '../outcome/reasons.ts'
import { isPassing } from './late-recipients.ts'

export type MailVerdict =
  | { readonly kind: 'transient'; readonly reason: Reason }
  | { readonly kind: 'rejected'; readonly fault: RejectionFault; readonly reason: Reason }

type Refused = Extract<MailResult, { kind: 'refused' }>

const rejected = (fault: RejectionFault, reason: Reason): MailVerdict => ({
  kind: 'rejected',
  fault,
  reason,
})

/** 530, 534 and 535 ask for or refuse a sign-in, at whatever step a server says so. */
const isSignIn = (code: number | null): boolean => code === 530 || code === 534 || code === 535

/** What a refusal of an SMTP server means: 4xx passes, 5xx stays. */
export function mailVerdict({ step, code }: Refused): MailVerdict {
  if (isPassing(code)) {
    const waits = step === 'recipients' || step === 'sender' || step === 'message'
    return { kind: 'transient', reason: waits ? 'greylisted' : 'provider-busy' }
  }
  if (step === 'encryption') return rejected('settings', 'no-encryption')
  if (step === 'sign-in' || isSignIn(code)) return rejected('credentials', 'sign-in-refused')
  switch (step) {
    case 'greeting':
      // A settings' fault would have shown when it was tested; until then it may be the network's.
      return code === null
        ? { kind: 'transient', reason: 'not-a-mail-server' }
        : rejected('settings', 'request-refused')
    case 'sender':
      return rejected('settings', 'sender-refused')
    case 'recipients':
      return rejected('recipient', 'recipients-refused')
    case 'message':
      return rejected('content', code === 552 ? 'too-long' : 'mail-refused')
  }
}
