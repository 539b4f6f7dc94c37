import type { Buffer } from 'node:buffer'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerAuthentication, type SMTPServerSession } from 'smtp-server'
import { testTlsIdentity } from '../fixtures/tls-identity.ts'
import { createJournal } from './journal.ts'

export type AuthMethod = 'PLAIN' | 'LOGIN' | 'CRAM-MD5' | 'XOAUTH2'

export interface SmtpFakeOptions {
  /** `none` does not offer STARTTLS at all, as behind a middlebox that strips it. */
  readonly security?: 'tls' | 'starttls' | 'none'
  /** When set, nobody sends without having signed in, by password or by `accessToken`. */
  readonly user?: { readonly name: string; readonly password: string }
  /** The largest mail that it announces to take, in bytes. */
  readonly size?: number
  /** What the server offers, in this order. */
  readonly authMethods?: readonly AuthMethod[]
}

/** How the server misbehaves, until told otherwise. */
export interface SmtpMisbehaviour {
  readonly latencyMs?: number
  /** The answer to RCPT TO, by address. */
  readonly refuseRecipients?: Readonly<
    Record<string, { readonly code: number; readonly text: string }>
  >
  /** The only access token that is taken. */
  readonly accessToken?: string
  /** Refuse each recipient with 450 the first time. */
  readonly greylist?: boolean
  /** The answer to RCPT TO once a transaction has so many recipients. */
  readonly mostRecipients?: {
    readonly count: number
    readonly code: number
    readonly text: string
  }
  readonly refuseSender?: { readonly code: number; readonly text: string }
  /** The answer after the final dot. */
  readonly refuseMessage?: { readonly code: number; readonly text: string }
  /** Take the whole message, then close the connection without a word. */
  readonly dropAfterDot?: boolean
  /** Close the connection at MAIL FROM. */
  readonly dropAtSender?: boolean
}

export interface ReceivedMail {
  readonly from: string
  readonly recipients: readonly string[]
  readonly raw: Buffer
  readonly encrypted: boolean
  readonly user: string | null
  readonly authMethod: string | null
  /** False when the message was taken but not confirmed. */
  readonly accepted: boolean
}

export interface SmtpFake {
  readonly host: string
  readonly port: number
  mails(): readonly ReceivedMail[]
  behave(misbehaviour?: SmtpMisbehaviour): void
  waitForMail(fits: (mail: ReceivedMail) => boolean, timeoutMs: number): Promise<ReceivedMail>
  close(): Promise<void>
}

const refusal = ({ code, text }: { readonly code: number; readonly text: string }): Error =>
  Object.assign(new Error(text), { responseCode: code })

/** Who signed in, and how: kept together in the one field that the server gives to a session. */
const signedInAs = (session: SMTPServerSession): readonly string[] | null =>
  typeof session.user === 'string' ? session.user.split(' ') : null

/** A real SMTP server that can refuse, greylist and hang up. */
export async function startSmtpFake(options: SmtpFakeOptions = {}): Promise<SmtpFake> {
  const security = options.security ?? 'starttls'
  const journal = createJournal<ReceivedMail>(
    (mail) => `${mail.from} to ${mail.recipients.join(', ')}`,
  )
  const greylisted = new Set<string>()
  let misbehaviour: SmtpMisbehaviour = {}

  const proves = (auth: SMTPServerAuthentication): boolean => {
    const password = options.user?.password ?? ''
    switch (auth.method) {
      case 'CRAM-MD5':
        return auth.validatePassword(password)
      case 'XOAUTH2':
        return auth.accessToken === misbehaviour.accessToken
      default:
        return auth.password === password
    }
  }

  const drop = (session: SMTPServerSession) => {
    for (const connection of server.connections) {
      if (connection.id === session.id) connection._socket.destroy()
    }
  }

  const server: SMTPServer & { connections: Set<{ id: string; _socket: { destroy(): void } }> } =
    Object.assign(
      new SMTPServer({
        ...testTlsIdentity,
        secure: security === 'tls',
        hideSTARTTLS: security === 'none',
        disabledCommands: security === 'none' ? ['STARTTLS'] : [],
        authMethods: [
          ...(options.authMethods ?? (['PLAIN', 'LOGIN', 'CRAM-MD5', 'XOAUTH2'] as const)),
        ],
        authOptional: options.user === undefined,
        ...(options.size === undefined ? {} : { size: options.size }),
        allowInsecureAuth: false,
        disableReverseLookup: true,
        logger: false,
        closeTimeout: 50,
        onAuth(auth, _session, done) {
          if (auth.username === options.user?.name && proves(auth)) {
            done(null, { user: `${auth.username} ${auth.method}` })
          } else done(refusal({ code: 535, text: '5.7.8 Authentication credentials invalid' }))
        },
        onMailFrom(_address, session, done) {
          if (misbehaviour.dropAtSender) drop(session)
          else if (misbehaviour.refuseSender) done(refusal(misbehaviour.refuseSender))
          else setTimeout(() => done(), misbehaviour.latencyMs ?? 0)
        },
        onRcptTo({ address }, session, done) {
          const refused = misbehaviour.refuseRecipients?.[address]
          const most = misbehaviour.mostRecipients
          if (refused) {
            done(refusal(refused))
          } else if (most && session.envelope.rcptTo.length >= most.count) {
            done(refusal(most))
          } else if (misbehaviour.greylist && !greylisted.has(address)) {
            greylisted.add(address)
            done(refusal({ code: 450, text: '4.2.0 Greylisted, come back later' }))
          } else done()
        },
        onData(stream, session, done) {
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('end', () => {
            const confirmed = !misbehaviour.dropAfterDot && !misbehaviour.refuseMessage
            journal.add({
              from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
              recipients: session.envelope.rcptTo.map(({ address }) => address),
              raw: globalThis.Buffer.concat(chunks),
              encrypted: session.secure,
              user: signedInAs(session)?.[0] ?? null,
              authMethod: signedInAs(session)?.[1] ?? null,
              accepted: confirmed,
            })
            if (misbehaviour.dropAfterDot) drop(session)
            else if (misbehaviour.refuseMessage) done(refusal(misbehaviour.refuseMessage))
            else done()
          })
        },
      }),
    )
  server.on('error', () => {
    // A client that hangs up is a part of the tests, not a fault of the server.
  })
  const { promise: listening, resolve } = Promise.withResolvers<void>()
  const listener = server.listen(0, '127.0.0.1', () => resolve())
  await listening
  const { port } = listener.address() as AddressInfo
  return {
    host: '127.0.0.1',
    port,
    mails: journal.all,
    behave(next = {}) {
      misbehaviour = next
    },
    waitForMail: journal.waitFor,
    close: () => new Promise((done) => server.close(() => done())),
  }
}
