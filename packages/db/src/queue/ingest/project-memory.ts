import type { KnownProject } from './known-projects.ts'

/**
 * What this process last read or wrote of the projects it hears of, under the references that name
 * them. It may be out of date and is never believed: whoever writes names the version it rests on.
 */
export class ProjectMemory {
  readonly #byReference = new Map<string, KnownProject>()
  readonly #capacity: number

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  recall(reference: string): KnownProject | undefined {
    return this.#byReference.get(reference)
  }

  /**
   * Keeps it while there is room. What is there stays: senders take turns, and whoever evicts the
   * longest unheard of evicts the very project whose turn comes next.
   */
  keep(reference: string, project: KnownProject): void {
    if (this.#byReference.size < this.#capacity || this.#byReference.has(reference)) {
      this.#byReference.set(reference, project)
    }
  }

  forget(reference: string): void {
    this.#byReference.delete(reference)
  }
}
