import { ReadableStream } from 'node:stream/web'

async function* written<Row>(rows: AsyncIterable<Row>, shape: (row: Row) => unknown) {
  let separator = '[\n'
  for await (const row of rows) {
    yield Buffer.from(separator + JSON.stringify(shape(row)))
    separator = ',\n'
  }
  yield Buffer.from(separator === '[\n' ? '[]\n' : '\n]\n')
}

/** Rows as one JSON array, a line each, written as they come; a failure breaks it off before its end. */
export const streamJson = <Row>(
  rows: AsyncIterable<Row>,
  shape: (row: Row) => unknown,
): ReadableStream => ReadableStream.from(written(rows, shape))
