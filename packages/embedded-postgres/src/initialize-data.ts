import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { EmbeddedPostgresError } from './error.ts'
import { explainFailure } from './explain-failure.ts'
import type { Place } from './place-data.ts'
import { serverEnvironment } from './server-environment.ts'

export const superuser = 'highwater'

type Initialization = {
  readonly dataDir: string
  readonly place: Place
  readonly binaries: string
  readonly durable: boolean
}

/** Makes the cluster if there is none yet and returns the superuser's password. */
export async function initializeData(task: Initialization): Promise<string> {
  const passwordFile = join(task.dataDir, 'password')
  if (existsSync(task.place.cluster)) return readPassword(passwordFile)
  const password = randomBytes(24).toString('base64url')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  // Made beside and renamed, so that an interrupted start never leaves half a cluster behind.
  const unfinished = `${task.place.cluster}.new`
  const passwordCopy = `${task.place.cluster}.password`
  try {
    rmSync(unfinished, { recursive: true, force: true })
    mkdirSync(unfinished)
    chmodSync(unfinished, 0o700)
    writeFileSync(passwordCopy, password, { mode: 0o600 })
    const { account } = task.place
    if (account !== undefined) {
      chownSync(unfinished, account.uid, account.gid)
      chownSync(passwordCopy, account.uid, account.gid)
    }
    await runInitdb(task, unfinished, passwordCopy)
    renameSync(unfinished, task.place.cluster)
  } finally {
    rmSync(passwordCopy, { force: true })
    rmSync(unfinished, { recursive: true, force: true })
  }
  return password
}

function readPassword(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  throw new EmbeddedPostgresError(
    `The database's password file ${file} is missing; bring it back, the database cannot be opened without it.`,
  )
}

async function runInitdb(task: Initialization, cluster: string, passwordCopy: string) {
  const initdb = spawn(
    join(task.binaries, 'bin', 'initdb'),
    [
      ...['-D', cluster, '-U', superuser, `--pwfile=${passwordCopy}`, '--auth=scram-sha-256'],
      // The same order of text on every machine, whatever its C library knows.
      ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ...(task.durable ? [] : ['--no-sync']),
    ],
    {
      cwd: '/',
      env: serverEnvironment,
      ...task.place.account,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  let output = ''
  initdb.stderr.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    initdb.once('error', reject)
    initdb.once('close', resolve)
  })
  if (code !== 0) throw explainFailure(output, { dataDir: task.dataDir })
}
