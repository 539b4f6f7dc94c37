const quote = 0x22
const backslash = 0x5c
const zero = 0x30
const nine = 0x39
const point = 0x2e
/** So many digits fit into a number whole, and a division by their power of ten rounds as parsing does. */
const mostDigits = 15

const structure = { '{': 0x7b, '}': 0x7d, '[': 0x5b, ']': 0x5d, ':': 0x3a, ',': 0x2c } as const
const powersOfTen = Array.from({ length: mostDigits + 1 }, (_, power) => 10 ** power)

/**
 * Goes over JSON byte by byte. It knows texts of plain ASCII without escapes and numbers that are written
 * out in few digits, and declines all else, so that whoever declines with it can have it parsed.
 */
export class TextCursor {
  /** Where the last text begins, and where it ends. */
  textFrom = 0
  textTo = 0
  readonly #bytes: Buffer
  #at = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  get textLength(): number {
    return this.textTo - this.textFrom
  }

  /** Passes over space and this character; false, and only the space is passed, where another comes. */
  take(character: keyof typeof structure): boolean {
    this.#passSpace()
    if (this.#bytes[this.#at] !== structure[character]) return false
    this.#at += 1
    return true
  }

  /** Reads a text, whose bytes are then those from `textFrom` to `textTo`. */
  readText(): boolean {
    const bytes = this.#bytes
    this.#passSpace()
    if (bytes[this.#at] !== quote) return false
    const from = this.#at + 1
    let at = from
    for (; ; at += 1) {
      const byte = bytes[at] ?? 0
      if (byte === quote) break
      if (byte < 0x20 || byte > 0x7e || byte === backslash) return false
    }
    this.textFrom = from
    this.textTo = at
    this.#at = at + 1
    return true
  }

  /** Reads a number that is not negative and has no exponent; NaN where none comes. */
  readNumber(): number {
    this.#passSpace()
    const bytes = this.#bytes
    const from = this.#at
    let whole = this.#readDigits(0)
    const digits = this.#at - from
    if (digits === 0 || (digits > 1 && bytes[from] === zero)) return Number.NaN
    let decimals = 0
    if (bytes[this.#at] === point) {
      this.#at += 1
      const fractionFrom = this.#at
      whole = this.#readDigits(whole)
      decimals = this.#at - fractionFrom
      if (decimals === 0) return Number.NaN
    }
    if (digits + decimals > mostDigits) return Number.NaN
    return whole / (powersOfTen[decimals] ?? Number.NaN)
  }

  /** Whether the last text is this one. */
  isText(expected: Buffer): boolean {
    const { textFrom, textLength } = this
    if (textLength !== expected.length) return false
    for (let at = 0; at < textLength; at += 1) {
      if (this.#bytes[textFrom + at] !== expected[at]) return false
    }
    return true
  }

  /** Whether the last text is the one that stands there. */
  isSameAs(from: number, to: number): boolean {
    const { textFrom, textLength } = this
    if (textLength !== to - from) return false
    for (let at = 0; at < textLength; at += 1) {
      if (this.#bytes[textFrom + at] !== this.#bytes[from + at]) return false
    }
    return true
  }

  text(): string {
    return this.#bytes.toString('latin1', this.textFrom, this.textTo)
  }

  isAtEnd(): boolean {
    this.#passSpace()
    return this.#at === this.#bytes.length
  }

  #passSpace(): void {
    for (;;) {
      const byte = this.#bytes[this.#at]
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return
      this.#at += 1
    }
  }

  /** Goes on with a number that has begun with `value`. */
  #readDigits(value: number): number {
    let number = value
    for (;;) {
      const byte = this.#bytes[this.#at] ?? 0
      if (byte < zero || byte > nine) return number
      number = number * 10 + (byte - zero)
      this.#at += 1
    }
  }
}
