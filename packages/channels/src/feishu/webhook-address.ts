import {
  cleanPasted,
  type Endpoint,
  foreignVendor,
  hostFault,
  isAtVendor,
} from '../settings/vendor-address.ts'

/** The first serves China, the second is Lark. */
export const vendorHosts = ['open.feishu.cn', 'open.larksuite.com'] as const

const hookPath = '/open-apis/bot/v2/hook/'
const hookId = /^[A-Za-z0-9_-]{4,128}$/

/**
 * Where messages of a robot go. A whole address must be the vendor's, unless `baseUrl` names the
 * gateway; a query is left out.
 */
export function endpointOf(webhook: string, baseUrl: string | undefined): Endpoint {
  const text = cleanPasted(webhook)
  if (hookId.test(text)) {
    return { url: `${baseUrl ?? `https://${vendorHosts[0]}`}${hookPath}${text}` }
  }
  if (!URL.canParse(text)) {
    return { fault: 'Paste the whole webhook address of the robot, or just the id at its end.' }
  }
  const url = new URL(text)
  const other = foreignVendor(url.hostname, 'Feishu')
  if (other !== null) return { fault: other }
  if (url.pathname.startsWith('/open-apis/bot/hook/')) {
    return {
      fault:
        'This robot is of the first generation. Add a custom bot to the group and paste its address.',
    }
  }
  const id = url.pathname.startsWith(hookPath) ? url.pathname.slice(hookPath.length) : ''
  if (!hookId.test(id)) {
    return { fault: 'The path must be /open-apis/bot/v2/hook/ and the id of the robot.' }
  }
  if (baseUrl !== undefined) return { url: `${baseUrl}${hookPath}${id}` }
  if (isAtVendor(url, vendorHosts)) return { url: `${url.origin}${hookPath}${id}` }
  return { fault: hostFault(vendorHosts) }
}

/** The part of an endpoint that is the secret. */
export const hookIdOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1)
