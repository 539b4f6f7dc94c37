import { type Instant, millis, minus, minutes, plus, seconds } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import type { ChannelIo } from './io.ts'
import type { Found, Remembered } from './memory.ts'

export type TokenAnswer = { readonly token: string } | { readonly refused: SendOutcome }

/** A token is asked for twice in an attempt at most, whose time is short. */
export const tokenTimeout = seconds(5)

/** A token is given up so long before its end, so that none expires between a check and its use. */
const spare = minutes(5)

/** Until when a token is used; one that is short-lived for half of its life, else each would be the last. */
export function usableUntil(now: Instant, lifetimeSeconds: number): Instant {
  const lifetime = seconds(lifetimeSeconds)
  return minus(plus(now, lifetime), millis(Math.min(spare, lifetime / 2)))
}

/** So that not every message asks the memory that all workers share. */
const held = new Map<string, Remembered>()
const asked = new Map<string, Promise<Found>>()

/** Whoever needs the token meanwhile waits for the same answer, in this process and in others. */
function askOnce(
  key: string,
  { memory }: Pick<ChannelIo, 'memory'>,
  ask: () => Promise<Found>,
): Promise<Found> {
  const question = memory === undefined ? ask() : memory.recallOrFind(key, ask)
  const answered = question.finally(() => asked.delete(key))
  asked.set(key, answered)
  return answered
}

/**
 * An access token, asked for once however many messages and workers wait for it.
 * @param key of all that it is asked for with, so that a new secret is a new token
 */
export async function accessToken(
  key: string,
  io: Pick<ChannelIo, 'memory' | 'now'>,
  ask: () => Promise<Found>,
): Promise<TokenAnswer> {
  const known = held.get(key)
  if (known !== undefined && known.until > io.now()) return { token: known.text }
  const found = await (asked.get(key) ?? askOnce(key, io, ask))
  if ('refused' in found) return found
  held.set(key, found)
  return { token: found.text }
}

/** Forgets a token that was refused, unless another message has replaced it meanwhile. */
export async function forgetToken(
  key: string,
  refused: string,
  { memory }: Pick<ChannelIo, 'memory'>,
): Promise<void> {
  if (held.get(key)?.text === refused) held.delete(key)
  await memory?.forget(key, refused)
}
