import type { ReadableStream } from 'node:stream/web'

const types = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const

export type FileFormat = keyof typeof types

/** An answer that a browser keeps as a file. */
export const fileAnswer = (body: ReadableStream, name: string, format: FileFormat): Response =>
  new Response(body as BodyInit & ReadableStream, {
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename="${name}.${format}"`,
      'cache-control': 'no-store',
    },
  })
