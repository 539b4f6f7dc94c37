import { setImmediate as turn } from 'node:timers/promises'
import { gentleKinds, rateLimitsOf } from '@highwater/channels/catalog'
import { seconds } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import {
  type Claimed,
  claimNotifications,
  type Leased,
  leasedOf,
  readParameters,
} from '@highwater/db/queue'
import { countAttempts } from '../count-attempts.ts'
import type { Cycle } from '../cycle.ts'
import type { WorkerDependencies } from '../dependencies.ts'
import { createRoom, type Limits, portionOf } from '../room.ts'
import { sendClaimed } from '../send-claimed.ts'
import { sendWatched } from '../send-watched.ts'
import { largestBatch, type Receipt, settleTogether } from '../settle-together.ts'

/**
 * Longer than the longest attempt, so that only a dead worker ever loses a lease: two questions for a
 * token, of 5 s, and two requests of 10 s, each of which may wait 6 s for a connection.
 */
export const leaseTime = seconds(55)
/** How long the limits on what is under way may lag behind their parameters. */
const limitsKeptMs = 10_000

const gentlePortions = Object.fromEntries(
  Object.entries(gentleKinds).map(([kind, atOnce]) => [kind, portionOf(atOnce)]),
)

/** While a portion is being sent the database finds the next; a larger one would leave both waiting. */
const largestClaim = 400

/** Between so many answers are read: the database would wait for its next statement while all are written out. */
const atATime = 50

/** One batch is being written while the next comes together. */
const mostUnsettled = 2 * largestBatch

/**
 * A claim looks at what is due of every channel, which is work for each message that it leaves: a quarter
 * more than fits leaves room to prefer the urgent of one channel to the rest of another.
 */
const shareOf = (room: number, channels: number): number =>
  Math.max(smallestShare, Math.ceil((1.25 * room) / channels))
const smallestShare = 4

export interface DeliverCycle extends Cycle {
  /** Resolves when nothing is being sent any more. */
  readonly drained: () => Promise<void>
  /** Receipts are kept that the database has not taken for a while: their leases may be over. */
  readonly keepsReceipts: () => boolean
}

/**
 * Sends what is due. It does not wait for its own sends: while some are slow, others are claimed,
 * as many as there is room for. It rings for itself when there is room again where there was none.
 */
export function deliverCycle(dependencies: WorkerDependencies): DeliverCycle {
  const { db, id, log, metrics, environment } = dependencies
  let whenDrained: (() => void)[] = []
  let ring = () => {}
  const now = () => performance.now()
  const room = createRoom({ gentle: gentleKinds, mostUnsettled, ring: () => ring(), now })
  const receipts = settleTogether(dependencies)
  const count = countAttempts(metrics)

  const send = async (claimed: Claimed): Promise<SendOutcome> =>
    claimed.testId === null
      ? sendClaimed(dependencies, claimed)
      : sendWatched(dependencies, claimed, claimed.testId)

  function tell({ id: notification, attempt }: Leased, outcome: SendOutcome, settled: Receipt) {
    // Kept as a row already: what went well is of interest to nobody who reads a log.
    const level = outcome.kind === 'delivered' && settled === 'settled' ? 'debug' : 'info'
    if (!log.isLevelEnabled(level)) return
    const { reason } = outcome.detail
    log[level]({ notification, attempt, outcome: outcome.kind, reason, settled }, 'attempt')
  }

  function deliver(claimed: Claimed): void {
    room.enter(claimed)
    const started = performance.now()
    void follow(leasedOf(claimed), send(claimed), started)
  }

  /** From here on nothing holds the message: hundreds wait for their answers and receipts at once. */
  async function follow(claimed: Leased, sent: Promise<SendOutcome>, started: number) {
    try {
      let durationMs = 0
      const outcome = await sent.finally(() => {
        durationMs = performance.now() - started
        room.answered(claimed, durationMs)
      })
      count(claimed.channelKind, outcome.kind, durationMs)
      const jitter = Math.random()
      tell(
        claimed,
        outcome,
        await receipts.settle({ claimed, outcome, worker: id, durationMs, jitter }),
      )
    } catch (error) {
      log.error({ err: error, notification: claimed.id }, 'an attempt was not recorded')
    } finally {
      room.leave()
      if (room.size() === 0) {
        for (const resolve of whenDrained) resolve()
        whenDrained = []
      }
    }
  }

  /** The next claim finds about as many channels as the last one; after a quiet time it looks first. */
  let channelsBefore = Number.POSITIVE_INFINITY
  let known: { readonly readAt: number; readonly inForce: Limits } | null = null
  async function limitsInForce(): Promise<Limits> {
    const at = performance.now()
    if (known === null || at - known.readAt > limitsKeptMs) {
      const { deliveriesAtOnce, deliveriesAtOncePerChannel } = await readParameters(db.sql)
      const inForce = { inAll: deliveriesAtOnce, perChannel: deliveriesAtOncePerChannel }
      known = { readAt: at, inForce }
    }
    return known.inForce
  }

  return {
    name: 'deliver',
    everyMs: 1_000,
    wakesOn: ['deliver'],
    connect(bell) {
      ring = bell
    },
    async run() {
      const limits = await limitsInForce()
      room.setLimits(limits)
      const limit = Math.min(room.left(), largestClaim)
      if (limit === 0) return { taken: 0, more: false }
      const asked = now()
      const { claimed, moreOf, channelsDue } = await claimNotifications(db, {
        worker: id,
        limit,
        perChannel: room.portionOfStranger(),
        share: shareOf(limit, channelsBefore),
        portions: gentlePortions,
        portionsOf: room.portions(),
        busyChannels: room.busyChannels(),
        consoleUrl: environment.HIGHWATER_URL,
        lease: leaseTime,
        rulesOf: rateLimitsOf,
      })
      channelsBefore = channelsDue === 0 ? Number.POSITIVE_INFINITY : channelsDue
      for (const [index, notification] of claimed.entries()) {
        if (index > 0 && index % atATime === 0) await turn()
        // This process was held up, as with its machine: another worker has taken them by now.
        if (now() - asked > leaseTime) return { taken: index, more: true }
        deliver(notification)
      }
      const more = room.left() > 0 && moreOf.some((channel) => !room.isBusy(channel))
      return { taken: claimed.length, more, figures: { inFlight: room.size() } }
    },
    keepsReceipts: receipts.areKept,
    drained: () =>
      new Promise((resolve) => {
        if (room.size() === 0) resolve()
        else whenDrained.push(resolve)
      }),
  }
}
