import { runPeer } from './run-peer.ts'

export interface AlertmanagerPeer {
  readonly url: string
  close(): Promise<void>
}

const silent = 'route:\n  receiver: nobody\nreceivers:\n  - name: nobody\n'

/** A real Alertmanager that notifies nobody unless told, with its data in a folder of its own. */
export async function startAlertmanagerPeer(settings = silent): Promise<AlertmanagerPeer> {
  const { port, close } = await runPeer({
    program: 'prometheus-alertmanager',
    packageName: 'prometheus-alertmanager',
    settings: () => settings,
    args: ({ settings: file, folder, port: own }) => [
      `--config.file=${file}`,
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
