import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { unusedPort } from '../unused-port.ts'
import { debianProgram } from './debian-program.ts'

export interface AlertmanagerPeer {
  readonly url: string
  close(): Promise<void>
}

const longestStart = 15_000

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/-/ready`).then(
    ({ ok }) => ok,
    () => false,
  )

/** A real Alertmanager that notifies nobody, with its data in a folder of its own. */
export async function startAlertmanagerPeer(): Promise<AlertmanagerPeer> {
  const program = await debianProgram('prometheus-alertmanager', 'prometheus-alertmanager')
  const folder = await mkdtemp(join(tmpdir(), 'alertmanager-'))
  const settings = join(folder, 'alertmanager.yml')
  await writeFile(settings, 'route:\n  receiver: nobody\nreceivers:\n  - name: nobody\n')
  const port = await unusedPort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(
    program,
    [
      `--config.file=${settings}`,
      `--storage.path=${folder}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--cluster.listen-address=',
      '--log.level=error',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const ended = once(child, 'close')
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const close = async () => {
    child.kill('SIGTERM')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  const started = performance.now()
  while (!(await isReady(url))) {
    if (child.exitCode !== null || performance.now() - started > longestStart) {
      await close()
      throw new Error(`Alertmanager did not start:\n${said}`)
    }
    await pause(20)
  }
  return { url, close }
}
