import { expect, it } from 'vitest'
import type { MailResult } from '../io.ts'
import { mailVerdict } from './codes.ts'

type Refused = Extract<MailResult, { kind: 'refused' }>

const verdictOf = (step: Refused['step'], code: number | null) =>
  mailVerdict({ kind: 'refused', step, code, text: '', refused: [] })

it.each([
  ['greeting', 421, 'provider-busy'],
  ['sign-in', 454, 'provider-busy'],
  ['sender', 421, 'greylisted'],
  ['sender', 450, 'greylisted'],
  ['recipients', 450, 'greylisted'],
  ['recipients', 451, 'greylisted'],
  ['message', 452, 'greylisted'],
  ['greeting', null, 'not-a-mail-server'],
] as const)('at the %s, %s passes: %s', (step, code, reason) => {
  expect(verdictOf(step, code)).toEqual({ kind: 'transient', reason })
})

it.each([
  ['encryption', null, 'settings', 'no-encryption'],
  ['greeting', 554, 'settings', 'request-refused'],
  ['sign-in', 535, 'credentials', 'sign-in-refused'],
  ['sign-in', 534, 'credentials', 'sign-in-refused'],
  ['sender', 530, 'credentials', 'sign-in-refused'],
  ['sender', 553, 'settings', 'sender-refused'],
  ['recipients', 550, 'recipient', 'recipients-refused'],
  ['recipients', 551, 'recipient', 'recipients-refused'],
  ['recipients', 553, 'recipient', 'recipients-refused'],
  ['message', 552, 'content', 'too-long'],
  ['message', 554, 'content', 'mail-refused'],
] as const)('at the %s, %s is rejected for its %s: %s', (step, code, fault, reason) => {
  expect(verdictOf(step, code)).toEqual({ kind: 'rejected', fault, reason })
})
