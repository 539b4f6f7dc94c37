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

  /** Keeps it as the newest; the reference that was kept longest ago makes room. */
  keep(reference: string, project: KnownProject): void {
    this.#byReference.delete(reference)
    this.#byReference.set(reference, project)
    if (this.#byReference.size <= this.#capacity) return
    const [oldest] = this.#byReference.keys()
    if (oldest !== undefined) this.#byReference.delete(oldest)
  }

  forget(reference: string): void {
    this.#byReference.delete(reference)
  }
}
