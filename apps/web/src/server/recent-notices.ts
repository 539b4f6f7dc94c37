import type { Notice } from './live-topics.ts'

/** Longer than a page needs from being made on the server to listening in the browser. */
const keptMs = 30_000
const mostKept = 1_000

/** What was heard lately, for pages that were made before they began to listen. */
export class RecentNotices {
  #heard: { readonly at: number; readonly notice: Notice }[] = []

  /** `at` and `now` are of one steady clock, in milliseconds. */
  add(notice: Notice, at: number): void {
    this.#forget(at)
    if (this.#heard.length === mostKept) this.#heard = [{ at, notice: { everything: true } }]
    else this.#heard.push({ at, notice })
  }

  read(now: number): readonly Notice[] {
    this.#forget(now)
    return this.#heard.map(({ notice }) => notice)
  }

  #forget(now: number) {
    const kept = this.#heard.findIndex(({ at }) => now - at <= keptMs)
    this.#heard = kept === -1 ? [] : this.#heard.slice(kept)
  }
}
