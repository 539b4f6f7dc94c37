/** Of a channel that has not been heard of. */
export const ofUnknown = 256
/** Of the slowest: as many as there are connections to a host. */
const ofSlowest = 64
/** What a channel has under way it answers within so long, or the last would run out of patience. */
const answeredWithinMs = 3_000
/** A receiver that has answered so soon is near: what takes longer has waited here. */
const nearMs = 50
/** Over how long answers are counted. */
const heardForMs = 200

/** How fast a channel answers, and with it how many messages to it may be under way. */
export class AnswerSpeed {
  #answers = 0
  #since: number
  #perMs: number | null = null
  #shortestMs = Number.POSITIVE_INFINITY

  /** @param now milliseconds of a steady clock, as everywhere here */
  constructor(now: number) {
    this.#since = now
  }

  /** It is sent something again: time in which there was nothing to answer says nothing. */
  begin(now: number): void {
    if (now - this.#since < heardForMs) return
    this.#answers = 0
    this.#since = now
  }

  /**
   * It has answered, whatever it said.
   * @param tookMs since the message was claimed
   */
  hear(now: number, tookMs: number): void {
    this.#answers += 1
    this.#shortestMs = Math.min(this.#shortestMs, tookMs)
    const passedMs = now - this.#since
    if (passedMs < heardForMs) return
    this.#perMs = this.#answers / passedMs
    this.#answers = 0
    this.#since = now
  }

  /** Whether its answers were counted anew after that. */
  heardSince(then: number): boolean {
    return this.#since >= then
  }

  /** Whether it answers soon, when nothing waits before it. */
  get isNear(): boolean {
    return this.#shortestMs < nearMs
  }

  /** Answers per millisecond, fewer once it has become silent; null before there was time to answer. */
  perMs(now: number): number | null {
    const passedMs = now - this.#since
    if (passedMs < heardForMs) return this.#perMs
    return Math.min(this.#perMs ?? Number.POSITIVE_INFINITY, this.#answers / passedMs)
  }

  /** How many messages may be under way, of the most that any channel may have. */
  allows(atMost: number): number {
    const wanted = this.#perMs === null ? ofUnknown : Math.ceil(this.#perMs * answeredWithinMs)
    return Math.min(atMost, Math.max(ofSlowest, wanted))
  }
}
