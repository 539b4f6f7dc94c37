import { assertNever } from '../assert-never.ts'
import { faultIsOfChannel, type SendOutcome } from './outcome.ts'

/** What one attempt says of its channel as a whole. */
export type ChannelVerdict = 'works' | 'fails' | 'says_nothing'

/**
 * What an attempt says of its channel. A provider that throttles, asks for a later attempt, or refuses
 * this message or this recipient, is there; but only a delivered message proves that the channel works.
 */
export function channelVerdict(outcome: SendOutcome): ChannelVerdict {
  switch (outcome.kind) {
    case 'delivered':
    case 'partial':
      return 'works'
    case 'transient':
      return outcome.notBefore === undefined && !outcome.ofOurs ? 'fails' : 'says_nothing'
    case 'unknown':
      return 'fails'
    case 'rejected':
      return faultIsOfChannel[outcome.fault] ? 'fails' : 'says_nothing'
    case 'throttled':
      // A server that is down for maintenance may say until when: nobody is told by it meanwhile.
      return (outcome.detail.httpStatus ?? 0) >= 500 ? 'fails' : 'says_nothing'
    default:
      return assertNever(outcome)
  }
}
