import { constants } from 'node:fs'
import { access, realpath, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ScriptRefusal } from '../io.ts'
import { scriptName } from './script-name.ts'

export type FoundScript =
  | { readonly path: string; readonly folder: string }
  | { readonly reason: ScriptRefusal; readonly message: string }

const refused = (reason: ScriptRefusal, message: string): FoundScript => ({ reason, message })

const orNull = (path: string): Promise<string | null> => realpath(path).catch(() => null)

/** A script by its bare name: a regular file of the folder itself that we may run. */
export async function findScript(directory: string, file: string): Promise<FoundScript> {
  const folder = await orNull(directory)
  if (folder === null) return refused('script-folder-missing', 'The folder cannot be read.')
  if (!scriptName.test(file)) return refused('script-outside', `“${file}” is no bare file name.`)
  const path = await orNull(join(folder, file))
  if (path === null) return refused('script-missing', `There is no file “${file}”.`)
  // What a link leads to has to stand in the folder as well.
  if (dirname(path) !== folder) return refused('script-outside', `“${file}” leads out of it.`)
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
  const mayRun = await access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
  return isFile && mayRun
    ? { path, folder }
    : refused('script-not-executable', `“${file}” is no file that may be run.`)
}
