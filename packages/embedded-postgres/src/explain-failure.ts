import { EmbeddedPostgresError } from './error.ts'

type Scene = {
  readonly dataDir: string
  readonly port?: number
  readonly log?: string
  readonly event?: 'did not start' | 'stopped'
}

/** Turns what PostgreSQL wrote before it gave up into one sentence. */
export function explainFailure(output: string, scene: Scene): EmbeddedPostgresError {
  return new EmbeddedPostgresError(sentence(output, scene))
}

/** Turns an error of the operating system on the way there into one sentence; others pass through. */
export function explainSystemError(error: unknown, scene: Scene): unknown {
  if (!(error instanceof Error && 'code' in error)) return error
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return fullDisk(scene)
  if (!('path' in error)) return error
  const isClosed = ['EACCES', 'EPERM', 'EROFS'].includes(String(error.code))
  return new EmbeddedPostgresError(
    isClosed
      ? `This account may not write to ${error.path}; change its rights or choose another HIGHWATER_DATA_DIR.`
      : `${error.path} cannot be used (${error.code}); choose another HIGHWATER_DATA_DIR.`,
  )
}

function sentence(output: string, scene: Scene): string {
  if (/No space left on device|Disk quota exceeded|Check free disk space/i.test(output))
    return fullDisk(scene).message
  if (/Address already in use|could not create any TCP\/IP sockets/i.test(output)) {
    return `Port ${scene.port} on 127.0.0.1 is taken by another program, so PostgreSQL cannot listen there.`
  }
  const version = /initialized by PostgreSQL version (\S+),/.exec(output)?.[1]
  if (version !== undefined) {
    return `The database in ${scene.dataDir} was made by PostgreSQL ${version}; start it with the Highwater version that made it and export it.`
  }
  const last = output
    .split('\n')
    .filter((line) => /FATAL|PANIC|error:/.test(line))
    .at(-1)
  const reason = last?.replace(/^.*?(?:FATAL|PANIC|error):\s*/, '') ?? 'it gave no reason'
  const where = scene.log === undefined ? '' : ` (see ${scene.log})`
  return `PostgreSQL in ${scene.dataDir} ${scene.event ?? 'did not start'}: ${reason}${where}.`
}

function fullDisk(scene: Scene): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `The disk that holds ${scene.dataDir} is full; free some space and start again.`,
  )
}
