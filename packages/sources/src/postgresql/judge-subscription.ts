import { behind, caughtUp, type Finding } from './signal.ts'
import type { Subscription } from './subscriptions.ts'

function stopped(subscription: Subscription): Finding {
  if (subscription.disablesOnError && subscription.errors > 0) {
    return {
      state: 'failed',
      latency: null,
      message: `The subscription was disabled after an error (disable_on_error; ${subscription.errors} so far). See the server's log.`,
    }
  }
  return { state: 'paused', latency: null, message: 'The subscription is disabled.' }
}

function interrupted(subscription: Subscription, newErrors: number): Finding {
  const errors =
    newErrors > 0
      ? `${newErrors} new errors since the last look`
      : `${subscription.errors} errors so far`
  const what = subscription.running
    ? 'The apply worker fails or gets no answer from the publisher'
    : 'The apply worker is not running'
  return {
    state: 'interrupted',
    latency: null,
    message: `${what} (${errors}). See the server's log.`,
  }
}

/**
 * What a subscriber knows of its subscription: how long received changes wait to be applied.
 * Changes that the publisher has not sent yet are invisible here and visible at its slot.
 * @param errorsBefore the count at the last collection; null when there was none
 */
export function judgeSubscription(
  subscription: Subscription,
  errorsBefore: number | null,
): Finding {
  const { enabled, running, connected, applyingSince, readAt, tables, copying } = subscription
  if (!enabled) return stopped(subscription)
  const newErrors = errorsBefore === null ? 0 : Math.max(0, subscription.errors - errorsBefore)
  if (!running || !connected || newErrors > 0) return interrupted(subscription, newErrors)
  const copies = copying > 0 ? ` ${copying} of ${tables} tables are still being copied.` : ''
  if (tables > 0 && copying === tables) {
    return { state: 'running', step: 'full', latency: null, message: copies.trim() }
  }
  if (!subscription.received) {
    const message = `Connected; the publisher has sent nothing yet.${copies}`
    return { state: 'running', latency: null, message }
  }
  if (applyingSince === null) {
    return {
      state: 'running',
      latency: caughtUp,
      message: `All received changes are applied.${copies}`,
    }
  }
  const wait = subscription.waitsFor === null ? '' : `, waiting for ${subscription.waitsFor}`
  return {
    state: 'running',
    latency: behind(readAt, applyingSince),
    message: `Applying a transaction${wait}.${copies}`,
  }
}
