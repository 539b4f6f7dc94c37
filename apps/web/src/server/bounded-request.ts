import { AppError } from '@highwater/core'
import { NextRequest } from 'next/server'
import { joinChunks } from './join-chunks.ts'

const tooLarge = (limit: number) =>
  new AppError('too_large', `The body is larger than ${limit / 1_024} KiB. Send less at once.`)

/**
 * Reads to the end even what is too large, without keeping it: the framework reads ahead anyway, breaks
 * when its stream is cancelled, and the front door ends what goes on and on.
 * @throws AppError `too_large` beyond the limit, whatever the headers promised
 */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit)
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    if (length <= limit) chunks.push(chunk)
  }
  if (length > limit) throw tooLarge(limit)
  return joinChunks(chunks, length)
}

/**
 * A body that has been read before it came here, as far as anybody wanted it.
 * @throws AppError `too_large` beyond the limit
 */
export function withinLimit<Bytes extends Uint8Array>(bytes: Bytes, limit: number): Bytes {
  if (bytes.byteLength > limit) throw tooLarge(limit)
  return bytes
}

/**
 * Hands a request on whose body has been read within the limit, for libraries that read without one.
 * What is larger is answered with 413.
 */
export async function bounded(
  request: Request,
  limit: number,
  handle: (request: NextRequest) => Response | Promise<Response>,
): Promise<Response> {
  const { url, method, headers, signal } = request
  if (request.body === null) return handle(new NextRequest(url, { method, headers, signal }))
  try {
    const body = await readBytes(request, limit)
    return await handle(new NextRequest(url, { method, headers, signal, body }))
  } catch (error) {
    if (error instanceof AppError && error.code === 'too_large') {
      return new Response(`${error.message}\n`, { status: 413 })
    }
    throw error
  }
}
