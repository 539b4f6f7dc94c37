import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { MailCredentials } from '../io.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')

/** RFC 7628's predecessor: what Microsoft and Google take in place of a password. */
const bearer = (user: string, token: string): string =>
  base64(`user=${user}\u0001auth=Bearer ${token}\u0001\u0001`)

/** What of a sign-in must not be shown: a server may repeat the line that it does not know. */
export const signInSecrets = ({ user, password }: MailCredentials): readonly string[] => [
  password,
  base64(`\u0000${user}\u0000${password}`),
  bearer(user, password),
]

/** Under a name of its own: nodemailer's XOAUTH2 would fetch tokens past our network rules. */
const tokenMethod = 'ACCESS-TOKEN'

/** With an access token; a challenge holds the server's complaint and wants an empty answer. */
async function withToken(context: SMTPConnection.CustomAuthenticationContext): Promise<boolean> {
  const { user, pass } = context.auth.credentials
  const said = await context.sendCommand(`AUTH XOAUTH2 ${bearer(user, pass)}`)
  const last = said.status === 334 ? await context.sendCommand('') : said
  if (last.status !== 235) throw new Error(last.text)
  return true
}

/** Ways of signing in that nodemailer lacks. */
export const ownSignIns = { [tokenMethod]: withToken }

/** Signs in by the method that was chosen, or by the first that the server offers. */
export function signIn(
  connection: SMTPConnection,
  { user, password, method }: MailCredentials,
  done: (error?: Error | null) => void,
): void {
  const credentials = { user, pass: password }
  if (method === 'auto') {
    connection.login(credentials, done)
    return
  }
  const name = method === 'xoauth2' ? tokenMethod : method.toUpperCase()
  connection.login({ ...credentials, type: 'custom', method: name }, done)
}
