/** Who is looking at the console, as far as the frame needs to know. */
export interface SignedInPerson {
  readonly name: string
  readonly account: string
  readonly role: 'admin' | 'auditor' | 'user'
  /** The actions this person is allowed, as named in the permission table. */
  readonly permissions: readonly string[]
}
