function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).host : null
}

/**
 * Whether a request that changes something was sent by a page of this console. Browsers add the
 * headers by themselves and no script can forge them, so a cookie alone is never enough.
 */
export function isSameOrigin(headers: Headers, consoleUrl: string): boolean {
  const origin = headers.get('origin')
  if (origin === null) return headers.get('sec-fetch-site') === 'same-origin'
  const host = hostOf(origin)
  return host !== null && (host === headers.get('host') || host === hostOf(consoleUrl))
}
