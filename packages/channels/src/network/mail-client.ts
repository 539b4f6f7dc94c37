import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import { type ConnectionOptions, TLSSocket } from 'node:tls'
import { seconds } from '@highwater/core'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { AttemptWatch, MailPort, MailRequest, MailResult, NetworkFailure } from '../io.ts'
import { longestWait } from './exchange.ts'
import { failureOf, viaProxy } from './failure.ts'
import type { AddressGuard } from './guard.ts'
import { mostMailConnections } from './mail-connections.ts'
import { openSocket } from './open-socket.ts'
import { refusalOf } from './smtp-refusal.ts'
import { ownSignIns, signIn } from './smtp-sign-in.ts'
import { createTurns } from './turns.ts'
import { tellConnected } from './watched.ts'

/** Longer than for HTTP: a server may look for spam before it answers. */
const defaultTimeout = seconds(30)

/** Some servers keep a stranger waiting before they greet. */
const greetingTimeout = seconds(15)

const isFingerprint = (trust: string): boolean => !trust.includes('-----BEGIN')

const plainFingerprint = (text: string): string => text.replaceAll(':', '').toUpperCase()

/** A pinned certificate is checked after the handshake, so that it may be signed by nobody. */
function tlsOptions(trust: string | undefined): ConnectionOptions {
  if (trust === undefined) return {}
  return isFingerprint(trust) ? { rejectUnauthorized: false } : { ca: trust }
}

function wrongCertificate(socket: Socket | false | null, trust: string | undefined): boolean {
  if (trust === undefined || !isFingerprint(trust) || !(socket instanceof TLSSocket)) return false
  return (
    plainFingerprint(socket.getPeerCertificate().fingerprint256 ?? '') !== plainFingerprint(trust)
  )
}

class CertificateMismatchError extends Error {
  readonly code = 'CERT_FINGERPRINT_MISMATCH'
}

/** Speaks SMTP over an open connection; `onLeft` is called once the whole message has been written. */
async function converse(
  connection: SMTPConnection,
  request: MailRequest,
  onLeft: () => void,
  watch: AttemptWatch | undefined,
): Promise<MailResult> {
  const { promise, resolve, reject } = Promise.withResolvers<MailResult>()
  connection.on('error', reject)
  const step = (run: (done: (error?: Error | null) => void) => void) =>
    new Promise<void>((done, failed) => run((error) => (error ? failed(error) : done())))

  const talk = async () => {
    await step((done) => connection.connect(done))
    if (connection._socket instanceof TLSSocket) {
      watch?.reached('encryption', connection._socket.getProtocol())
    }
    if (wrongCertificate(connection._socket, request.trust)) {
      throw new CertificateMismatchError('The certificate has another fingerprint.')
    }
    const { credentials } = request
    if (credentials !== null) await step((done) => signIn(connection, credentials, done))
    const message = Readable.from([request.message])
    message.once('end', () => {
      watch?.reached('sending', null)
      onLeft()
    })
    const envelope = {
      from: request.from,
      to: [...request.recipients],
      size: request.message.length,
    }
    connection.send(envelope, message, (error, info) => {
      if (error) {
        reject(error)
        return
      }
      watch?.reached('verdict', null)
      resolve({
        kind: 'accepted',
        text: info.response,
        refused: refusalOf.recipients(info.rejectedErrors),
      })
    })
  }
  talk().catch(reject)
  return promise
}

const noTurn = ({ signal }: MailRequest): NetworkFailure => ({
  kind: 'failed',
  reason: signal.aborted ? 'stopped' : 'no-free-connection',
  left: false,
  message: 'All connections to the mail server were in use.',
})

/**
 * Hands messages to SMTP servers, one connection each: alerts are too few to keep them open. A server
 * gets a few at once, whichever channels and people they are of.
 */
export function createMailClient(guard: AddressGuard, watch?: AttemptWatch): MailPort {
  const turns = createTurns(mostMailConnections)
  const { send } = unlimited(guard, watch)
  return {
    async send(request) {
      const server = `${request.host.toLowerCase()}:${request.port}`
      const release = await turns.take(server, longestWait, request.signal)
      if (release === null) return noTurn(request)
      return send(request).finally(release)
    },
  }
}

function unlimited(guard: AddressGuard, watch: AttemptWatch | undefined): MailPort {
  return {
    async send(request) {
      const limit = AbortSignal.timeout(request.timeout ?? defaultTimeout)
      const signal = AbortSignal.any([request.signal, limit])
      let connected = false
      let left = false
      const open = new Set<SMTPConnection>()
      const closeAll = () => {
        for (const connection of open) connection.close()
      }
      const stopped = Promise.withResolvers<NetworkFailure>()
      const stop = () => {
        const late = connected ? 'answer-timeout' : 'connect-timeout'
        const reason = request.signal.aborted ? 'stopped' : late
        stopped.resolve({ kind: 'failed', reason, left, message: 'The attempt was ended.' })
        closeAll()
      }
      signal.addEventListener('abort', stop, { once: true })
      if (signal.aborted) stop()
      const attempt = async (): Promise<MailResult> => {
        const socket = await openSocket(guard, { ...request, signal })
        // A reset that comes after the conversation has ended is nobody's concern.
        socket.on('error', () => {})
        if (signal.aborted) socket.destroy()
        connected = true
        if (watch !== undefined) tellConnected(socket, watch)
        const connection = new SMTPConnection({
          connection: socket,
          host: request.host,
          port: request.port,
          secure: request.security === 'tls',
          requireTLS: request.security === 'starttls',
          ignoreTLS: request.security === 'none',
          tls: tlsOptions(request.trust),
          greetingTimeout,
          customAuth: ownSignIns,
        })
        open.add(connection)
        return converse(
          connection,
          request,
          () => {
            left = true
          },
          watch,
        )
      }
      try {
        return await Promise.race([attempt(), stopped.promise])
      } catch (error) {
        const refused = refusalOf.message(error)
        if (refused) return refused
        const failure = failureOf(error, left)
        if (!connected && request.proxy !== undefined) return viaProxy(failure)
        return connected && failure.reason === 'connect-timeout'
          ? { ...failure, reason: 'answer-timeout' }
          : failure
      } finally {
        signal.removeEventListener('abort', stop)
        closeAll()
      }
    },
  }
}
