const brace = { open: 0x7b, close: 0x7d } as const
const comma = 0x2c
const zero = 0x30
const nothing = Buffer.from('null')
/** Longer numbers are written by the language: they are few. */
const mostDigits = 9
const tooLarge = 10 ** mostDigits

/**
 * Writes an array of PostgreSQL value by value into bytes that the next one takes over: no text for
 * each value, of which a batch of signals would leave thousands to the garbage collector. As in
 * `array-literals.ts`, a column of nothing but nulls travels empty.
 */
export class ArrayWriter {
  #bytes = Buffer.alloc(65_536)
  #length = 0
  #hasValues = false

  begin(): void {
    this.#bytes[0] = brace.open
    this.#length = 1
    this.#hasValues = false
  }

  /** NaN stands for null. */
  number(value: number): void {
    if (Number.isNaN(value)) {
      this.#copy(nothing, 0, nothing.length)
      return
    }
    if (value >= 0 && value < tooLarge && Number.isInteger(value)) this.#digits(value)
    else this.text(String(value))
  }

  /** A value that stands in these bytes: ASCII that means nothing in an array, such as a UUID. */
  plain(bytes: Uint8Array, from: number, to: number): void {
    this.#hasValues = true
    this.#copy(bytes, from, to)
  }

  /** As `plain`, of a text. */
  text(text: string): void {
    this.#hasValues = true
    this.#copy(Buffer.from(text, 'latin1'), 0, text.length)
  }

  end(): string {
    if (!this.#hasValues) return '{}'
    this.#bytes[this.#length - 1] = brace.close
    return this.#bytes.toString('latin1', 0, this.#length)
  }

  #digits(value: number): void {
    this.#hasValues = true
    this.#reserve(mostDigits)
    let length = 1
    for (let rest = value; rest > 9; rest = Math.trunc(rest / 10)) length += 1
    const end = this.#length + length
    let rest = value
    for (let at = end - 1; at >= this.#length; at -= 1) {
      const more = Math.trunc(rest / 10)
      this.#bytes[at] = zero + rest - more * 10
      rest = more
    }
    this.#bytes[end] = comma
    this.#length = end + 1
  }

  #copy(source: Uint8Array, from: number, to: number): void {
    this.#reserve(to - from)
    const bytes = this.#bytes
    let end = this.#length
    for (let at = from; at < to; at += 1) {
      bytes[end] = source[at] ?? 0
      end += 1
    }
    bytes[end] = comma
    this.#length = end + 1
  }

  /** Makes room for a value of so many bytes and what follows it. */
  #reserve(length: number): void {
    if (this.#length + length < this.#bytes.length) return
    const larger = Buffer.alloc(2 * (this.#bytes.length + length))
    this.#bytes.copy(larger, 0, 0, this.#length)
    this.#bytes = larger
  }
}
