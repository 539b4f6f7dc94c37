import { z } from 'zod'

const defaultPorts = { 'http:': '80', 'https:': '443', 'socks5:': '1080' } as const

const isProxyProtocol = (protocol: string): protocol is keyof typeof defaultPorts =>
  Object.hasOwn(defaultPorts, protocol)

/**
 * Brings a proxy address into the form `scheme://[user:password@]host:port`.
 * The old spelling `http:host:port` is accepted; null means that it is no proxy address.
 */
export function normaliseProxy(text: string): string | null {
  const spelled = text.trim().replace(/^(https?|socks5):(?!\/\/)/i, '$1://')
  if (!URL.canParse(spelled)) return null
  const url = new URL(spelled)
  if (!isProxyProtocol(url.protocol) || url.hostname === '') return null
  if ((url.pathname !== '' && url.pathname !== '/') || url.search !== '' || url.hash !== '')
    return null
  const credentials =
    url.username === '' ? '' : `${url.username}${url.password === '' ? '' : `:${url.password}`}@`
  return `${url.protocol}//${credentials}${url.hostname}:${url.port || defaultPorts[url.protocol]}`
}

/** Hides the user and password of a normalised proxy address. */
export const maskProxy = (proxy: string): string =>
  proxy.replace(/^([a-z0-9]+:\/\/)[^@/]*@/, '$1***@')

export const proxyAddress = z
  .string()
  .max(500)
  .transform((text, context) => {
    if (text.trim() === '') return undefined
    if (text.includes('***')) {
      const message = 'User and password are masked here: type them again.'
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    }
    const proxy = normaliseProxy(text)
    if (proxy !== null) return proxy
    context.addIssue({
      code: 'custom',
      message: 'Write the proxy as http://host:port, https://host:port or socks5://host:port.',
    })
    return z.NEVER
  })
  .optional()

/** What of a proxy address must not occur in any output. */
export function proxySecrets(proxy: string | undefined): readonly string[] {
  if (proxy === undefined) return []
  const { username, password } = new URL(proxy)
  if (username === '') return []
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return [pair, password, decodeURIComponent(password)].filter((text) => text !== '')
}
