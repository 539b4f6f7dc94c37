import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../processes/root.ts'
import { judgeImport } from './judge-import.ts'
import {
  importsOf,
  isTestFile,
  isToolFile,
  readSource,
  sourceFiles,
  valueImportsOf,
} from './read-imports.ts'
import { type House, street } from './street.ts'

describe('Every house imports only what the street allows', () => {
  test.for(street.map((house) => [house.folder, house] as const))('%s', ([folder, house]) => {
    const refusals = sourceFiles(folder).flatMap((file) =>
      importsOf(readSource(file)).flatMap((specifier) => judgeImport(house, file, specifier) ?? []),
    )
    expect(refusals).toEqual([])
  })
})

test('The core asks neither the clock nor chance nor the machine', () => {
  const ambient =
    /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bperformance\.now\(|\bprocess\.|\bcrypto\.|\bfetch\(/
  const files = sourceFiles('packages/core').filter((file) => !isTestFile(file))
  expect(files.filter((file) => ambient.test(readSource(file)))).toEqual([])
})

/** Each program reads the environment in one place, through packages/environment. */
const environmentReaders = [
  /^packages\/environment\//,
  /^packages\/embedded-postgres\/src\/vitest\.ts$/,
  /^apps\/(web|worker)\/src\/(server\/)?environment\.ts$/,
  /^(scripts|e2e|bench)\//,
]

test('The environment is read in one place of each program', () => {
  const readers = street
    .flatMap((house) => sourceFiles(house.folder))
    .filter((file) => !isTestFile(file) && !isToolFile(file))
    .filter((file) => /\bprocess\.env\b(?!\.(NODE_ENV|NEXT_RUNTIME)\b)/.test(readSource(file)))
    .filter((file) => !environmentReaders.some((allowed) => allowed.test(file)))
  expect(readers).toEqual([])
})

test('Entries of the audit are written in one place, where they are sealed', () => {
  const writers = ['packages/db', 'apps/web', 'apps/worker']
    .flatMap((folder) => sourceFiles(folder))
    .filter((file) => /\.insert\(auditEvent\)|insert into audit_event/.test(readSource(file)))
    .filter((file) => !isTestFile(file) && !file.startsWith('packages/db/testing/'))
  expect(writers).toEqual(['packages/db/src/audit/append.ts'])
})

const browserSafe = /^\.|^zod$|^@highwater\/core\b|^@highwater\/channels\/catalog$/

describe('A catalog can be shown in a browser', () => {
  test.for(['packages/channels/src/catalog.ts', 'packages/sources/src/catalog.ts'])(
    '%s',
    (door) => {
      const foreign = closure(door).flatMap((file) =>
        importsOf(readSource(file)).filter((specifier) => !browserSafe.test(specifier)),
      )
      expect(foreign).toEqual([])
    },
  )
})

/** The file and everything it reaches inside its own package. */
function closure(entry: string, seen: Set<string> = new Set()): string[] {
  if (seen.has(entry)) return [...seen]
  seen.add(entry)
  for (const specifier of valueImportsOf(readSource(entry))) {
    if (!specifier.startsWith('.')) continue
    closure(new URL(specifier, `file:///${entry}`).pathname.slice(1), seen)
  }
  return [...seen]
}

test('Every house of the street exists and every package has its place in it', () => {
  expect(street.filter((house) => !existsSync(join(root, house.folder, 'package.json')))).toEqual(
    [],
  )
})

describe('The judge itself', () => {
  const house: House = {
    folder: 'apps/web',
    purpose: 'an example',
    imports: ['core', 'db/client'],
    outside: 'declared',
    node: true,
    never: ['drizzle-orm'],
    inTests: ['db/testing'],
  }
  const judge = (specifier: string, file = 'apps/web/src/page.ts') =>
    judgeImport(house, file, specifier)

  test('lets a house use the doors it was given', () => {
    expect(judge('@highwater/core/alert')).toBeUndefined()
    expect(judge('@highwater/db/client')).toBeUndefined()
    expect(judge('./other.ts')).toBeUndefined()
    expect(judge('@highwater/db/testing', 'apps/web/test/page.test.ts')).toBeUndefined()
  })

  test('refuses other doors, refused packages and the inside of other houses', () => {
    expect(judge('@highwater/db/queue')).toContain('may not import @highwater/db/queue')
    expect(judge('@highwater/db/testing')).toContain('may not import')
    expect(judge('@highwater/core/testing')).toContain('may not import')
    expect(judge('drizzle-orm/pg-core')).toContain('does without drizzle-orm')
    expect(judge('../../../packages/db/src/schema/alert.ts')).toContain('may not reach into')
  })

  test('sees every way of writing an import', () => {
    const source = `import { a } from 'one'\nimport type {\n  B,\n} from 'two'\nimport 'three'\nexport * from 'four'\nconst five = await import('five')\n`
    expect(importsOf(source).sort()).toEqual(['five', 'four', 'one', 'three', 'two'])
  })
})
