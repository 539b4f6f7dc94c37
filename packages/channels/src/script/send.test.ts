import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { instant, messageLocales } from '@highwater/core'
import { type ChannelMessage, messageKinds } from '@highwater/core/notify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAlertMessage, aTestMessage } from '../../testing/index.ts'
import { aDigestMessage } from '../../testing/messages.ts'
import { channelInput } from '../catalog.ts'
import type { ChannelIo } from '../io.ts'
import { createPorts, createScriptPort, type Ports, sendThrough } from '../send.ts'

const token = 'kLp0QzR8sTuVwXyZ'

describe('a script channel', () => {
  let root: string
  let folder: string
  let ports: Ports

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'scripts-'))
    folder = join(root, 'folder')
    ports = createPorts({ allowedNetworks: [], deniedPorts: [] })
    await mkdir(join(folder, 'inner'), { recursive: true })
    await write('tell', 'cat > "$0.in"; env > "$0.env"; printf "%s\\n" "$@" > "$0.args"; pwd')
    await write('exit', 'echo "token $TOKEN"; echo "why" >&2; exit "$1"')
    await write('print', 'printf "%s" "$1"; printf "%s" "$2" >&2')
    await write('crash', 'kill -SEGV $$')
    await write('hang', '(sleep 60 & echo $! > "$0.pid"; wait)')
    await write('flood', 'head -c 3000000 /dev/zero | tr "\\0" x')
    await write('linger', 'sleep 60 & echo $! > "$0.pid"; echo done')
    await writeFile(join(folder, 'plain'), '#!/bin/sh\n')
    await writeFile(join(folder, 'lost'), '#!/nowhere/sh\n', { mode: 0o755 })
    await writeFile(join(root, 'outside'), '#!/bin/sh\n', { mode: 0o755 })
    await symlink(join(root, 'outside'), join(folder, 'leaving'))
    await symlink(join(folder, 'tell'), join(folder, 'alias'))
  })
  afterAll(async () => {
    await ports.close()
    await rm(root, { recursive: true, force: true })
  })

  async function write(name: string, body: string): Promise<void> {
    await writeFile(join(folder, name), `#!/bin/bash\n${body}\n`)
    await chmod(join(folder, name), 0o755)
  }
  const send = (config: object, changes: Partial<ChannelIo> = {}, message?: ChannelMessage) =>
    sendThrough(
      'script',
      { message: message ?? anAlertMessage(), locale: 'zh-CN' },
      { config, secrets: { environment: { TOKEN: token } } },
      {
        ...ports,
        scripts: createScriptPort(folder),
        now: () => instant(1_767_323_045_000),
        signal: new AbortController().signal,
        deliveryId: 'a-delivery',
        incidentId: 'an-incident',
        ...changes,
      },
    )
  const written = (name: string) => readFile(join(folder, name), 'utf8')

  it('hears the message on its standard input and in its environment, and nothing of ours', async () => {
    process.env.SECRET_OF_OURS = 'not for scripts'
    const outcome = await send({ file: 'tell', arguments: ['--to', 'a b; $(id) "c"'] })
    delete process.env.SECRET_OF_OURS
    expect(outcome).toMatchObject({ kind: 'delivered', detail: { reason: 'script-done' } })
    expect(JSON.parse(await written('tell.in'))).toMatchObject({
      deliveryId: 'a-delivery',
      incidentId: 'an-incident',
      kind: 'firing',
      url: 'https://highwater.example.com/alerts/0190d5a0',
      variables: { alarm_type: 'sync_delay', project: 'orders_to_dw' },
    })
    const environment = await written('tell.env')
    expect(environment).toContain('alarm_type=sync_delay')
    expect(environment).toContain(`TOKEN=${token}`)
    expect(environment).not.toContain('SECRET_OF_OURS')
    expect(environment).not.toMatch(/^(HOME|HIGHWATER\w*|DATABASE_URL)=/m)
    expect(await written('tell.args')).toBe('--to\na b; $(id) "c"\n')
  })

  it.each(messageKinds)('hears of %s in every language, within its limit', async (kind) => {
    const message =
      kind === 'test'
        ? aTestMessage()
        : kind === 'digest'
          ? aDigestMessage(2_000)
          : anAlertMessage({ kind })
    for (const locale of messageLocales) {
      const outcome = await sendThrough(
        'script',
        { message, locale },
        { config: { file: 'tell' }, secrets: {} },
        {
          ...ports,
          scripts: createScriptPort(folder),
          now: () => instant(0),
          signal: new AbortController().signal,
          deliveryId: 'd',
          incidentId: 'i',
        },
      )
      expect(outcome.kind).toBe('delivered')
      const input = await written('tell.in')
      expect(Buffer.byteLength(input)).toBeLessThan(20_200)
      expect(input).toContain(message.shortId)
    }
  })

  it.each([
    [0, 'delivered', 'script-done'],
    [75, 'transient', 'script-asks-again'],
    [1, 'rejected', 'script-failed'],
    [127, 'rejected', 'script-failed'],
  ])('exit code %i means %s', async (code, kind, reason) => {
    expect(await send({ file: 'exit', arguments: [String(code)] })).toMatchObject({
      kind,
      detail: { reason, providerCode: String(code), providerMessage: 'why' },
    })
  })

  it.each([
    ['plain', 'script-not-executable'],
    ['inner', 'script-not-executable'],
    ['absent', 'script-missing'],
    ['leaving', 'script-outside'],
    ['lost', 'script-unstartable'],
  ])('%s is refused: %s', async (file, reason) => {
    expect(await send({ file })).toMatchObject({
      kind: 'rejected',
      fault: 'settings',
      detail: { reason },
    })
  })

  it('may be a link within the folder', async () => {
    expect(await send({ file: 'alias' })).toMatchObject({ kind: 'delivered' })
  })

  it('is off unless an operator names a folder that exists', async () => {
    // Another worker may have the folder: nothing is given up.
    expect(await send({ file: 'tell' }, { scripts: undefined })).toMatchObject({
      kind: 'transient',
      detail: { reason: 'scripts-off' },
    })
    const scripts = createScriptPort(join(root, 'nowhere'))
    expect(await send({ file: 'tell' }, { scripts })).toMatchObject({
      detail: { reason: 'script-folder-missing' },
    })
  })

  async function expectGone(name: string): Promise<void> {
    const pid = Number(await written(`${name}.pid`))
    const isAlive = async () => {
      const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') Z')
      return !/\) [ZX]/.test(state)
    }
    const until = performance.now() + 20_000
    while ((await isAlive()) && performance.now() < until) await pause(10)
    expect(await isAlive()).toBe(false)
  }

  it('that overruns its time is ended with all that it has started', async () => {
    expect(await send({ file: 'hang', timeoutSeconds: 5 })).toMatchObject({
      kind: 'unknown',
      detail: { reason: 'script-overran' },
    })
    await expectGone('hang')
  })

  it('is ended by a stopping worker', async () => {
    const signal = AbortSignal.timeout(100)
    expect(await send({ file: 'hang' }, { signal })).toMatchObject({
      kind: 'unknown',
      detail: { reason: 'stopped' },
    })
  })

  it('is ended by a worker that stops while it is looked for', async () => {
    const controller = new AbortController()
    const outcome = send({ file: 'hang' }, { signal: controller.signal })
    controller.abort()
    expect(await outcome).toMatchObject({ kind: 'unknown', detail: { reason: 'stopped' } })
  })

  it('leaves nothing behind that keeps its streams open', async () => {
    expect(await send({ file: 'linger' })).toMatchObject({ kind: 'delivered' })
    await expectGone('linger')
  })

  it('that crashes leaves the outcome unknown', async () => {
    expect(await send({ file: 'crash' })).toMatchObject({
      kind: 'unknown',
      detail: { reason: 'script-killed' },
    })
  })

  it('may write more than anybody reads', async () => {
    const outcome = await send({ file: 'flood' })
    expect(outcome.kind).toBe('delivered')
    expect(outcome.detail.providerMessage?.length).toBeLessThanOrEqual(500)
  })

  it.each([
    [['{"ok":true,"id":7}'], { json: { ok: true } }, 'delivered'],
    [['{"ok":false}'], { json: { ok: true } }, 'rejected'],
    [['sent 3'], { regex: '^sent \\d+$' }, 'delivered'],
    [['sent', 'but failed'], { regex: '^sent' }, 'rejected'],
  ])('that writes %j against the check %j is %s', async (texts, responseCheck, kind) => {
    expect((await send({ file: 'print', arguments: texts, responseCheck })).kind).toBe(kind)
  })

  it('shows its secrets in no outcome', async () => {
    const outcome = await send({ file: 'print', arguments: [`the token is ${token}`] })
    expect(outcome.kind).toBe('delivered')
    expect(JSON.stringify(outcome)).not.toContain(token)
  })
})

it.each([
  [{ file: '../outside' }, {}, 'config.file'],
  [{ file: 'inner/tell' }, {}, 'config.file'],
  [{ file: '.hidden' }, {}, 'config.file'],
  [{ file: '' }, {}, 'config.file'],
  [{ timeoutSeconds: 31 }, {}, 'config.timeoutSeconds'],
  [{}, { PATH: '/tmp' }, 'secrets.environment.PATH'],
  [{}, { LD_PRELOAD: '/tmp/x.so' }, 'secrets.environment.LD_PRELOAD'],
  [{}, { NODE_OPTIONS: '--import x' }, 'secrets.environment.NODE_OPTIONS'],
  [{}, { alarm_name: 'x' }, 'secrets.environment.alarm_name'],
  [{}, { 'A-B': 'x' }, 'secrets.environment.A-B'],
])('settings with %j and %j are refused at %s', (config, environment, path) => {
  const parsed = channelInput.safeParse({
    kind: 'script',
    config: { file: 'tell', ...config },
    secrets: { environment },
  })
  expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path])
})
