/** Somebody whom the provider knows; who is taken out of its list is known no more. */
export interface Person {
  readonly email?: string
  readonly email_verified?: boolean
  readonly name?: string
  readonly groups?: readonly string[]
}
