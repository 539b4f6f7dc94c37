import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generatedDocuments } from '../documents/generated.ts'
import type { Command } from '../main.ts'
import { root } from '../processes/root.ts'

export const run: Command = async () => {
  for (const { file, text } of generatedDocuments()) writeFileSync(join(root, file), text)
  return 0
}
