import { minutes } from '@highwater/core'
import {
  type CodeRow,
  delivered,
  isUnlisted,
  readCode,
  rejected,
  throttledFor,
  transient,
  type Verdict,
} from '../outcome/code-table.ts'

const untrustedAddress = rejected('settings', 'source-address-refused')

/** Of the token: nothing has been sent yet. */
const tokenRows: readonly CodeRow[] = [
  { codes: [-1], verdict: transient('provider-busy') },
  { codes: [40001, 40013, 40091], verdict: rejected('credentials', 'corp-credentials-refused') },
  { codes: [45009, 45033], verdict: throttledFor(minutes(1)) },
  { codes: [60020], verdict: untrustedAddress },
]

const sendRows: readonly CodeRow[] = [
  {
    codes: [0],
    text: /wrong json format/i,
    verdict: { kind: 'delivered', reason: 'accepted-with-warning' },
  },
  { codes: [0], verdict: delivered },
  { codes: [-1], verdict: transient('provider-busy') },
  { codes: [40001, 40014, 42001], verdict: rejected('credentials', 'token-refused') },
  { codes: [40056, 301002], verdict: rejected('settings', 'wrong-agent') },
  { codes: [60020], verdict: untrustedAddress },
  { codes: [60011], verdict: rejected('settings', 'app-not-permitted') },
  { codes: [81013], verdict: rejected('recipient', 'nobody-reachable') },
  { codes: [45002], verdict: rejected('content', 'too-long') },
  {
    codes: [40008, 40033, 40058, 41001, 44004],
    verdict: rejected('content', 'malformed-request'),
  },
  { codes: [45009, 45033], verdict: throttledFor(minutes(1)) },
]

/** Codes by which a token that was good has ceased to be: plain expiry comes as any of them. */
export const isTokenCode = (code: number): boolean => [40001, 40014, 42001].includes(code)

/** Where no row speaks of the code it is still the application that was refused, not a message. */
export function tokenVerdictOf(code: number, text: string): Verdict {
  const verdict = readCode(tokenRows, code, text)
  return isUnlisted(verdict) ? rejected('credentials', 'corp-credentials-refused') : verdict
}

export const sendVerdictOf = (code: number, text: string): Verdict => readCode(sendRows, code, text)
