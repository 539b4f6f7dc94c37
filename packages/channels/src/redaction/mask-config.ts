import { maskProxy } from '../settings/proxy-address.ts'
import { redact } from './redact.ts'

const maskers: Readonly<Record<string, (text: string) => string>> = {
  proxy: maskProxy,
  url: redact,
}

/**
 * A channel's plain settings as they may be shown, logged and audited: the password of a proxy
 * and secrets in an address are masked, though they do not stand among the sealed secrets.
 */
export function maskConfig(config: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(config).map(([name, value]) => {
      const hide = maskers[name]
      return [name, hide && typeof value === 'string' ? hide(value) : value]
    }),
  )
}

/**
 * Undoes the mask where a form sends back what it was shown: a value equal to the mask of the
 * stored value means the stored value.
 */
export function restoreConfig(
  submitted: Readonly<Record<string, unknown>>,
  stored: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const shown = maskConfig(stored)
  return Object.fromEntries(
    Object.entries(submitted).map(([name, value]) =>
      name in maskers && value !== undefined && value === shown[name]
        ? [name, stored[name]]
        : [name, value],
    ),
  )
}
