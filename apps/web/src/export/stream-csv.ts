import { pipeline, Readable } from 'node:stream'
import { ReadableStream } from 'node:stream/web'
import { type ColumnOption, stringify } from 'csv-stringify'

/** A column's heading, and what stands under it. */
export type CsvColumn<Row> = readonly [heading: string, read: (row: Row) => string | number]

/** The writer mixes strings with bytes; an answer takes bytes alone. */
async function* bytesOf(chunks: AsyncIterable<string | Uint8Array>) {
  for await (const chunk of chunks) yield Buffer.from(chunk)
}

/**
 * Rows as comma-separated values, a line each, written as they come. When reading them fails the
 * stream breaks off with an error, so that nobody takes half a file for the whole.
 */
export function streamCsv<Row>(
  rows: AsyncIterable<Row>,
  columns: readonly CsvColumn<Row>[],
): ReadableStream {
  const headings = columns.map(([header], index): ColumnOption => ({ key: String(index), header }))
  const writer = stringify({
    bom: true,
    header: true,
    columns: headings,
    record_delimiter: 'windows',
    // A name such as "=HYPERLINK(...)" must stay a name when a spreadsheet opens the file.
    escape_formulas: true,
  })
  const cells = async function* () {
    for await (const row of rows) yield columns.map(([, read]) => read(row))
  }
  // The stream itself carries a failure on to whoever reads it.
  pipeline(Readable.from(cells()), writer, () => undefined)
  return ReadableStream.from(bytesOf(writer))
}
