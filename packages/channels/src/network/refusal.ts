export type RefusalReason = 'private' | 'never' | 'own-port'

export interface AddressRefusal {
  readonly why: RefusalReason
  readonly address: string
  readonly message: string
}

const messages: Readonly<Record<RefusalReason, (place: string) => string>> = {
  private: (place) =>
    `${place} is a private address, which HIGHWATER_ALLOWED_NETWORKS does not name.`,
  never: (place) => `${place} is a link-local, cloud metadata or multicast address.`,
  'own-port': (place) => `${place} leads to Highwater itself or its database.`,
}

export function refusal(why: RefusalReason, address: string, host: string): AddressRefusal {
  const place = host === address ? address : `${host} (${address})`
  return { why, address, message: messages[why](place) }
}

/** A connection that the network rules forbid; it is never attempted. */
export class ForbiddenAddressError extends Error {
  readonly refusal: AddressRefusal

  constructor(refused: AddressRefusal) {
    super(refused.message)
    this.name = 'ForbiddenAddressError'
    this.refusal = refused
  }
}
