/** A response header and its value. */
export interface ResponseHeader {
  readonly key: string
  readonly value: string
}

const deniedFeatures = ['camera', 'geolocation', 'microphone', 'payment', 'usb', 'browsing-topics']

/** Headers that every answer carries, pages and API alike. */
export const staticHeaders: readonly ResponseHeader[] = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: deniedFeatures.map((name) => `${name}=()`).join(', ') },
]

/** Sent only when the visitor came over https: a plain http installation must stay reachable. */
export const transportSecurityHeader: ResponseHeader = {
  key: 'Strict-Transport-Security',
  value: 'max-age=31536000; includeSubDomains',
}
