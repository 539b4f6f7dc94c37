import { cleanPasted, type Endpoint, foreignVendor } from '../settings/vendor-address.ts'

/** Each tenant has a host of its own below one of these. */
const vendorDomains = [
  '.logic.azure.com',
  '.logic.azure.cn',
  '.api.powerplatform.com',
  '.webhook.office.com',
] as const

const isVendor = ({ protocol, hostname, port }: URL): boolean =>
  /^https?:$/.test(protocol) &&
  port === '' &&
  vendorDomains.some((domain) => hostname.endsWith(domain))

/** Where messages go. The signature in the query is the secret, so the query is kept whole. */
export function endpointOf(webhook: string, baseUrl: string | undefined): Endpoint {
  const text = cleanPasted(webhook)
  const url = URL.canParse(text) ? new URL(text) : null
  const other = url === null ? null : foreignVendor(url.hostname, 'Microsoft Teams')
  if (other !== null) return { fault: other }
  const isWhole =
    url !== null &&
    url.pathname.length > 1 &&
    (url.hostname.endsWith('.webhook.office.com') || (url.searchParams.get('sig') ?? '') !== '')
  if (url === null || !isWhole) {
    return { fault: 'Paste the whole address of the workflow, its signature included.' }
  }
  if (baseUrl !== undefined) return { url: `${baseUrl}${url.pathname}${url.search}` }
  if (isVendor(url)) return { url: `${url.origin}${url.pathname}${url.search}` }
  return {
    fault:
      'The host must be one of Power Automate or Microsoft Teams. For a private gateway, set the gateway address.',
  }
}

/** Shorter parts are words such as `workflows`, which every address has. */
const shortestSecret = 12

/** The parts of an endpoint that must not occur in any output. */
export function secretsIn(endpoint: string): readonly string[] {
  const { pathname, searchParams } = new URL(endpoint)
  return [searchParams.get('sig') ?? '', ...pathname.split('/')].filter(
    (part) => part.length >= shortestSecret,
  )
}
