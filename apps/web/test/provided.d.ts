import 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a superuser, on the server that the run of tests has started. */
    postgresUrl: string
  }
}
