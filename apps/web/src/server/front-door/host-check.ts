import { isIP } from 'node:net'

/** The host of a `Host` header without its port; null for what is none. */
function nameOf(host: string): string | null {
  const [, inBrackets, name] = /^(?:\[([\da-f:.]+)\]|([\w.-]+))(?::\d{1,5})?$/i.exec(host) ?? []
  return (inBrackets ?? name)?.toLowerCase() ?? null
}

/**
 * Whether a request asks for us by a name that is ours. A stranger's name that leads to this address
 * would make a browser take us for the stranger; an address as such cannot be led elsewhere.
 * @param names further names, beside the public one
 */
export function createHostCheck(publicUrl: string, names: readonly string[]) {
  const ours = new Set(
    ['localhost', new URL(publicUrl).hostname, ...names].map((name) => name.toLowerCase()),
  )
  return (host: string | undefined): boolean => {
    const name = nameOf(host ?? '')
    return name !== null && (isIP(name) !== 0 || ours.has(name))
  }
}

/** Programs may call us by any name: no browser's session stands behind these calls. */
const askedByPrograms = /^\/(?:metrics|api\/health\/(?:live|ready)|api\/v1\/ping\/[^?]*)(?:\?|$)/
const askedByToken = /^\/api\/v1\//

export function needsOurName(path: string, authorization: string | undefined): boolean {
  if (authorization !== undefined && askedByToken.test(path)) return false
  return !askedByPrograms.test(path)
}
