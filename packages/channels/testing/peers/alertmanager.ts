import { runPeer } from './run-peer.ts'

export interface AlertmanagerPeer {
  readonly url: string
  close(): Promise<void>
}

/** A real Alertmanager that notifies nobody, with its data in a folder of its own. */
export async function startAlertmanagerPeer(): Promise<AlertmanagerPeer> {
  const { port, close } = await runPeer({
    program: 'prometheus-alertmanager',
    packageName: 'prometheus-alertmanager',
    settings: () => 'route:\n  receiver: nobody\nreceivers:\n  - name: nobody\n',
    args: ({ settings, folder, port: own }) => [
      `--config.file=${settings}`,
      `--storage.path=${folder}`,
      `--web.listen-address=127.0.0.1:${own}`,
      '--cluster.listen-address=',
      '--log.level=error',
    ],
    isReady: (own) =>
      fetch(`http://127.0.0.1:${own}/-/ready`).then(
        ({ ok }) => ok,
        () => false,
      ),
  })
  return { url: `http://127.0.0.1:${port}`, close }
}
