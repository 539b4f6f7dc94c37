import {
  cleanPasted,
  type Endpoint,
  foreignVendor,
  hostFault,
  isAtVendor,
} from '../settings/vendor-address.ts'

/** Hosts of the vendor: the first serves China, the second the international tenant. */
export const vendorHosts = ['oapi.dingtalk.com', 'oapi.dingtalk.io'] as const

function readToken(
  text: string,
): { readonly token: string; readonly origin: string | null } | { readonly fault: string } {
  if (/^[A-Za-z0-9_-]{1,256}$/.test(text)) return { token: text, origin: null }
  if (!URL.canParse(text)) {
    return { fault: 'Paste the whole webhook address of the robot, or just its access_token.' }
  }
  const url = new URL(text)
  const other = foreignVendor(url.hostname, 'DingTalk')
  if (other !== null) return { fault: other }
  const token = url.searchParams.get('access_token')
  if (token === null || token === '') {
    return {
      fault: 'The address has no access_token. Copy it again from the settings of the robot.',
    }
  }
  return { token, origin: url.origin }
}

/**
 * Where messages of a robot go. A whole address must be the vendor's, unless `baseUrl` names
 * the gateway; everything in its query but the token is left out, old signatures included.
 */
export function endpointOf(webhook: string, baseUrl: string | undefined): Endpoint {
  const read = readToken(cleanPasted(webhook))
  if ('fault' in read) return read
  const query = `access_token=${encodeURIComponent(read.token)}`
  if (baseUrl !== undefined) return { url: `${baseUrl}/robot/send?${query}` }
  if (read.origin === null) return { url: `https://${vendorHosts[0]}/robot/send?${query}` }
  if (isAtVendor(new URL(read.origin), vendorHosts))
    return { url: `${read.origin}/robot/send?${query}` }
  return { fault: hostFault(vendorHosts) }
}
