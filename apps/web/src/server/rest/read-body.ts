import { readBytes } from '../bounded-request.ts'
import { jsonFrom } from './json-from.ts'

const usualLimit = 256 * 1_024

/**
 * The body as JSON; none at all counts as `{}`.
 * @throws AppError `malformed` or `too_large`
 */
export async function readJson(request: Request, limit = usualLimit): Promise<unknown> {
  return jsonFrom(await readBytes(request, limit), request.headers.get('content-type'))
}
