import type { z } from 'zod'
import type { postgresqlConfig, postgresqlSecrets } from '../src/postgresql/config.ts'

export type PostgresqlSource = {
  readonly config: z.input<typeof postgresqlConfig>
  readonly secrets: z.input<typeof postgresqlSecrets>
}

/** The settings of a source that reads the server at `url`, as that URL's user unless told. */
export function sourceOf(
  url: string,
  account: { readonly user: string; readonly password: string } | null = null,
): PostgresqlSource {
  const { hostname, port, username, password, pathname } = new URL(url)
  return {
    config: {
      host: hostname,
      port: Number(port),
      database: decodeURIComponent(pathname.slice(1)),
      user: account?.user ?? username,
      tls: 'disable',
    },
    secrets: { password: account?.password ?? password },
  }
}
