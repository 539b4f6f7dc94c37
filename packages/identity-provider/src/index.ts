export type { Person } from './person.ts'
export {
  type IdentityProvider,
  type IdentityProviderOptions,
  startIdentityProvider,
} from './start-identity-provider.ts'
