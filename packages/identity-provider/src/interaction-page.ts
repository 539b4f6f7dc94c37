import type { IncomingMessage } from 'node:http'

/** Where a person says who they are. There are no passwords: what is tested lies behind them. */
export const interactionPage = (uid: string): string => `<!doctype html>
<html lang="en"><head><title>Identity provider</title></head><body>
<form method="post" action="/interaction/${encodeURIComponent(uid)}">
<label>Who are you? <input name="login" autocomplete="off"></label>
<button name="answer" value="go">Continue</button>
<button name="answer" value="cancel">Cancel</button>
</form></body></html>`

/** The fields of a posted form. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}
