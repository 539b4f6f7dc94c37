import { createServer } from 'node:http'

/** What the sink has received since it was last asked to begin anew. */
export interface Tally {
  readonly count: number
  /** Milliseconds from the first request to the last. */
  readonly spanMs: number
}

let count = 0
let first = 0
let last = 0
let newest: readonly Buffer[] = []

/**
 * A receiver in a process of its own: it takes every post, says how many came and how fast, and at `/newest`
 * what the last one said.
 */
const server = createServer((request, response) => {
  if (request.method === 'GET') {
    if (request.url === '/newest') {
      response.end(Buffer.concat(newest))
      return
    }
    const tally: Tally = { count, spanMs: last - first }
    response.end(JSON.stringify(tally))
    return
  }
  if (request.method === 'DELETE') {
    count = 0
    response.end()
    return
  }
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    newest = chunks
    last = performance.now()
    if (count === 0) first = last
    count += 1
    response.end('{"ok":true}')
  })
})
server.listen(Number(process.env.PORT), '127.0.0.1')
