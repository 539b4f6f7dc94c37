import { expect, test } from 'vitest'
import { bounded } from './bounded-request.ts'

const limit = 1_024

/** A body that comes in pieces and announces no length. */
const inPieces = (pieces: number) =>
  new Request('http://console.test/api/trpc/x', {
    method: 'POST',
    body: new ReadableStream({
      start(controller) {
        for (let piece = 0; piece < pieces; piece += 1) controller.enqueue(new Uint8Array(512))
        controller.close()
      },
    }),
    duplex: 'half',
  } as RequestInit)

const measure = async (request: Request) => Response.json((await request.bytes()).byteLength)

test('a body within the limit is handed on whole', async () => {
  const answer = await bounded(inPieces(2), limit, measure)
  expect([answer.status, await answer.json()]).toEqual([200, limit])
})

test('a body that grows past the limit is refused without being handed on', async () => {
  const handle = () => {
    throw new Error('It was handed on.')
  }
  expect((await bounded(inPieces(3), limit, handle)).status).toBe(413)
})

test('a request without a body keeps its address and headers', async () => {
  const request = new Request('http://console.test/?a=1', { headers: { cookie: 'c=1' } })
  const answer = await bounded(request, limit, ({ url, headers }) =>
    Response.json([url, headers.get('cookie')]),
  )
  expect(await answer.json()).toEqual(['http://console.test/?a=1', 'c=1'])
})
