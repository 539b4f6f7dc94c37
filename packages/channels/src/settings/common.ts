import type { Localized } from '@highwater/core'
import { z } from 'zod'
import type { FieldSpec } from '../kind.ts'
import { badPort, hasBadPort } from './port.ts'

/** An optional text: forms send an empty string for a field left empty. */
export const optionalText = (maxLength: number) =>
  z
    .string()
    .trim()
    .max(maxLength)
    .transform((text) => (text === '' ? undefined : text))
    .optional()

const hasNoUserInfo = (text: string): boolean => {
  const url = new URL(text)
  return url.username === '' && url.password === ''
}

const wholeAddress = 'Write a whole address that starts with http:// or https://.'

/** What is wrong with a text that is no address, or one without http; null where nothing is. */
export function addressFault(text: string): string | null {
  if (URL.canParse(text)) return /^https?:$/.test(new URL(text).protocol) ? null : wholeAddress
  return hasBadPort(text) ? badPort : wholeAddress
}

/** An http(s) address without user and password in it. */
export const httpAddress = z
  .string()
  .trim()
  .max(2_000)
  .refine((text) => addressFault(text) === null, {
    error: ({ input }) => addressFault(String(input)) ?? wholeAddress,
    abort: true,
  })
  .refine(hasNoUserInfo, 'Take user and password out of the address.')

/** The root of a private gateway or test double that stands in for the vendor's host. */
export const baseUrl = z
  .union([
    z.literal('').transform(() => undefined),
    httpAddress
      .refine((url) => !/[?#]/.test(url), 'Take query and fragment out of the gateway address.')
      .transform((url) => url.replace(/\/+$/, '')),
  ])
  .optional()

const text = (zh: string, en: string): Localized => ({ 'zh-CN': zh, en })

export const baseUrlField: FieldSpec = {
  path: 'config.baseUrl',
  label: text('网关地址', 'Gateway address'),
  help: text(
    '仅在经由私有网关访问厂商接口时填写，例如 http://10.0.0.8:8080。',
    "Only when a private gateway stands in for the vendor's host, such as http://10.0.0.8:8080.",
  ),
  input: 'url',
  required: false,
}

export const proxyField: FieldSpec = {
  path: 'config.proxy',
  label: text('代理', 'Proxy'),
  help: text(
    'http://主机:端口、https:// 或 socks5://，可带用户名和密码。HTTPS 地址和邮件要求代理支持隧道，HTTP 地址不要求。',
    'http://host:port, https:// or socks5://, with user and password if needed. Addresses that start with https, and mail, need a proxy that allows CONNECT; those that start with http do not.',
  ),
  input: 'text',
  required: false,
}
