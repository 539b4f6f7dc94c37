/** A provider as lists to choose from know it: by its id, or as the environment's. */
export interface ProviderOption {
  readonly key: string
  readonly name: string
}
