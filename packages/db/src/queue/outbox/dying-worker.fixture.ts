import { connect } from '../../client/index.ts'
import { sendDueDigests } from '../digest/send-digests.ts'

/** A worker in a process of its own, which a test kills while it writes a digest. */
const [url = ''] = process.argv.slice(2)
const db = connect(url, { name: 'dying worker', maxConnections: 1 })
await sendDueDigests(db, { limit: 10, consoleUrl: 'https://highwater.example' })
await db.close()
