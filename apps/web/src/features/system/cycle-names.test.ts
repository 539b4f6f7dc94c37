import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { cycleNames } from './cycle-names.ts'

const folder = new URL('../../../../worker/src/cycles/', import.meta.url)

test('every cycle of the worker is called by a name on the system page, not by its code', async () => {
  const files = (await readdir(folder)).filter((file) => /(?<!\.test)\.ts$/.test(file))
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, folder), 'utf8')))
  const names = texts.flatMap((text) => /^ {2,4}name: '(\w+)'/m.exec(text)?.[1] ?? [])
  expect(names.toSorted()).toEqual([...cycleNames].toSorted())
})
