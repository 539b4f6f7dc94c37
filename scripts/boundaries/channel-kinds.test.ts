import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../processes/root.ts'
import { isTestFile, readSource, sourceFiles } from './read-imports.ts'
import { street } from './street.ts'

const channels = 'packages/channels/src'
const kinds = readdirSync(join(root, channels)).filter((folder) =>
  existsSync(join(root, channels, folder, 'kind.ts')),
)

/** The address of a person is a word of other code as well, and people have mailboxes of their own. */
const ordinaryWords = new Set(['email'])

const programs = street
  .filter((house) => /^(apps|packages)\//.test(house.folder))
  .flatMap((house) => sourceFiles(house.folder))
  .filter((file) => !isTestFile(file) && /\/src\//.test(file))

/** Every line of the product outside the kind's folder that knows of the kind. */
function linesAbout(kind: string): string[] {
  const entered = `/${kind}/`
  const named = new RegExp(`['"]${kind}['"]`)
  return programs
    .filter((file) => !file.startsWith(`${channels}/${kind}/`))
    .flatMap((file) =>
      readSource(file)
        .split('\n')
        .filter(
          (line) =>
            (/\bfrom '\.|\bimport\('/.test(line) &&
              line.includes(entered) &&
              file.startsWith(channels)) ||
            (!ordinaryWords.has(kind) && named.test(line)),
        )
        .map((line) => `${file}: ${line.trim()}`),
    )
}

describe('A channel kind is its folder and two registry lines', () => {
  test.for(kinds)('%s', (kind) => {
    expect(linesAbout(kind)).toEqual([
      expect.stringMatching(new RegExp(`^${channels}/registry/kinds.ts: export .*/${kind}/kind`)),
      expect.stringMatching(new RegExp(`^${channels}/registry/senders.ts: export .*/${kind}/send`)),
    ])
  })

  test('and there are kinds to be counted', () => {
    expect(kinds).toContain('dingtalk')
  })
})
