import { randomInt } from 'node:crypto'

/** An id, or a key that is as short; the few longer ones are kept as they are. */
const shortReference = 40
/** Room for texts is taken for so many places at a time. */
const placesPerPage = 4_096
const slotBytes = shortReference + 1

/** The two steps of FNV-1a. */
const mixed = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)
const finished = (hash: number): number => hash ^ (hash >>> 15)

/**
 * Which numbered place belongs to a reference. The texts lie side by side as bytes: a hundred thousand
 * strings in a map are what the garbage collector would walk through again and again.
 */
export class ReferencePlaces {
  /** Per entry the place plus one; 0 is free. An entry lies at its hash or in the next free one after it. */
  readonly #entries: Int32Array
  readonly #hashes: Int32Array
  readonly #texts: Uint8Array[] = []
  readonly #odd = new Map<string, number>()
  readonly #mask: number
  /** So that nobody can choose references that all have the same hash. */
  readonly #seed = randomInt(2 ** 31)
  #short = 0

  /** @param capacity more entries than this are the caller's mistake */
  constructor(capacity: number) {
    const length = 2 ** Math.ceil(Math.log2(capacity * 1.5 + 1))
    this.#entries = new Int32Array(length)
    this.#hashes = new Int32Array(length)
    this.#mask = length - 1
  }

  get size(): number {
    return this.#short + this.#odd.size
  }

  find(reference: string): number | undefined {
    const hash = this.#hashOf(reference)
    if (hash === null) return this.#odd.get(reference)
    const entry = this.#entryOf(reference, hash)
    const place = this.#entries[entry] ?? 0
    return place === 0 ? undefined : place - 1
  }

  /** As `find`, of a reference that stands in these bytes, all of them ASCII. */
  findIn(bytes: Uint8Array, from: number, to: number): number | undefined {
    if (to - from > shortReference) return undefined
    let hash = this.#seed
    for (let at = from; at < to; at += 1) hash = mixed(hash, bytes[at] ?? 0)
    hash = finished(hash)
    let entry = hash & this.#mask
    for (;;) {
      const place = this.#entries[entry] ?? 0
      if (place === 0) return undefined
      if (this.#hashes[entry] === hash && this.isKeptAt(place - 1, bytes, from, to))
        return place - 1
      entry = (entry + 1) & this.#mask
    }
  }

  /** Whether the place belongs, or before it was given up belonged, to the reference in these bytes. */
  isKeptAt(place: number, bytes: Uint8Array, from: number, to: number): boolean {
    const page = this.#pageOf(place)
    const start = (place % placesPerPage) * slotBytes
    if (page[start] !== to - from) return false
    for (let at = from; at < to; at += 1) {
      if (page[start + 1 + at - from] !== bytes[at]) return false
    }
    return true
  }

  /** Only for references that are not there. */
  add(reference: string, place: number): void {
    const hash = this.#hashOf(reference)
    if (hash === null) {
      this.#odd.set(reference, place)
      return
    }
    const entry = this.#entryOf(reference, hash)
    this.#entries[entry] = place + 1
    this.#hashes[entry] = hash
    this.#short += 1
    const page = this.#pageOf(place)
    const start = (place % placesPerPage) * slotBytes
    page[start] = reference.length
    for (let at = 0; at < reference.length; at += 1) page[start + 1 + at] = reference.charCodeAt(at)
  }

  delete(reference: string): void {
    const hash = this.#hashOf(reference)
    if (hash === null) {
      this.#odd.delete(reference)
      return
    }
    let hole = this.#entryOf(reference, hash)
    if (this.#entries[hole] === 0) return
    this.#short -= 1
    // Whoever stands behind the hole moves up, unless that would put it before its own hash.
    let next = (hole + 1) & this.#mask
    while (this.#entries[next] !== 0) {
      const home = (this.#hashes[next] ?? 0) & this.#mask
      if (((next - home) & this.#mask) >= ((next - hole) & this.#mask)) {
        this.#entries[hole] = this.#entries[next] ?? 0
        this.#hashes[hole] = this.#hashes[next] ?? 0
        hole = next
      }
      next = (next + 1) & this.#mask
    }
    this.#entries[hole] = 0
  }

  /** Null for a reference that does not fit into a slot. */
  #hashOf(reference: string): number | null {
    if (reference.length > shortReference) return null
    let hash = this.#seed
    for (let at = 0; at < reference.length; at += 1) {
      const code = reference.charCodeAt(at)
      if (code > 0xff) return null
      hash = mixed(hash, code)
    }
    return finished(hash)
  }

  /** The entry of this reference, or the free one where it belongs. */
  #entryOf(reference: string, hash: number): number {
    let entry = hash & this.#mask
    for (;;) {
      const place = this.#entries[entry] ?? 0
      if (place === 0) return entry
      if (this.#hashes[entry] === hash && this.#isAt(place - 1, reference)) return entry
      entry = (entry + 1) & this.#mask
    }
  }

  #isAt(place: number, reference: string): boolean {
    const page = this.#pageOf(place)
    const start = (place % placesPerPage) * slotBytes
    if (page[start] !== reference.length) return false
    for (let at = 0; at < reference.length; at += 1) {
      if (page[start + 1 + at] !== reference.charCodeAt(at)) return false
    }
    return true
  }

  #pageOf(place: number): Uint8Array {
    const index = Math.floor(place / placesPerPage)
    const page = this.#texts[index] ?? new Uint8Array(slotBytes * placesPerPage)
    this.#texts[index] = page
    return page
  }
}
