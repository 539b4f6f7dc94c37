const authority = /^([a-z][a-z\d+.-]*:\/\/)([^/?#]*)/i

/** Whether an address would be one without its port: that is above 65535, or no number. */
export function hasBadPort(text: string): boolean {
  const whole = text.trim()
  const [, , host = ''] = authority.exec(whole) ?? []
  if (URL.canParse(whole) || !/:[^:\]@]+$/.test(host)) return false
  return URL.canParse(whole.replace(authority, (_, scheme) => scheme + host.replace(/:[^:]+$/, '')))
}

export const badPort = 'Use a port of 1–65535 in the address.'

/** The fault of a port, in Chinese. */
export const portFaults: Readonly<Record<string, string>> = {
  [badPort]: '地址中的端口请使用 1–65535。',
}
