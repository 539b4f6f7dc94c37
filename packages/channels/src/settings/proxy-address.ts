import { z } from 'zod'
import { badPort, hasBadPort, portFaults } from './port.ts'

const defaultPorts = { 'http:': '80', 'https:': '443', 'socks5:': '1080' } as const

const isProxyProtocol = (protocol: string): protocol is keyof typeof defaultPorts =>
  Object.hasOwn(defaultPorts, protocol)

/** A sign of percent that stands for itself has to be written as `%25`. */
function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

const spelledOut = (text: string): string =>
  text.trim().replace(/^(https?|socks5):(?!\/\/)/i, '$1://')

/**
 * Brings a proxy address into the form `scheme://[user:password@]host:port`.
 * The old spelling `http:host:port` is accepted; null means that it is no proxy address.
 */
export function normaliseProxy(text: string): string | null {
  const spelled = spelledOut(text)
  if (!URL.canParse(spelled)) return null
  const url = new URL(spelled)
  if (!isProxyProtocol(url.protocol) || url.hostname === '') return null
  if ((url.pathname !== '' && url.pathname !== '/') || url.search !== '' || url.hash !== '')
    return null
  if (!isDecodable(url.username) || !isDecodable(url.password)) return null
  const credentials =
    url.username === '' ? '' : `${url.username}${url.password === '' ? '' : `:${url.password}`}@`
  return `${url.protocol}//${credentials}${url.hostname}:${url.port || defaultPorts[url.protocol]}`
}

/** Hides the user and password of a normalised proxy address. */
export const maskProxy = (proxy: string): string =>
  proxy.replace(/^([a-z0-9]+:\/\/)[^@/]*@/, '$1***@')

const masked = 'User and password are masked here: type them again.'
const malformed =
  'Write the proxy as http://host:port, https://host:port or socks5://host:port; a % in its password as %25.'

/** The faults of a proxy address, in Chinese. */
export const proxyFaults: Readonly<Record<string, string>> = {
  ...portFaults,
  [masked]: '用户名和密码在这里被隐藏，请重新填写。',
  [malformed]:
    '请按 http://主机:端口、https://主机:端口 或 socks5://主机:端口 填写代理；密码里的 % 写作 %25。',
}

export const proxyAddress = z
  .string()
  .max(500)
  .transform((text, context) => {
    if (text.trim() === '') return undefined
    if (text.includes('***')) {
      context.addIssue({ code: 'custom', message: masked })
      return z.NEVER
    }
    const proxy = normaliseProxy(text)
    if (proxy !== null) return proxy
    const message = hasBadPort(spelledOut(text)) ? badPort : malformed
    context.addIssue({ code: 'custom', message })
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
