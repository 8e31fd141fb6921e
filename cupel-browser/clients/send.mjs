// Sends events with Segment's library for Node. Arguments: node_modules, the server's address, a write key, how many.
import { createRequire } from 'node:module'

const [modules, host, writeKey, many] = process.argv.slice(2)
const { Analytics } = createRequire(`${modules}/`)('@segment/analytics-node')
const analytics = new Analytics({ writeKey, host, maxEventsInBatch: 40, maxRetries: 5 })
analytics.on('error', fault => {
  console.error(fault)
  process.exitCode = 1
})
for (let i = 0; i < Number(many); i++) {
  const userId = `node-${i}`
  if (i % 10 === 0) {
    analytics.identify({ userId, traits: { email: `${userId}@acme.example` } })
  } else {
    analytics.track({ userId, event: 'Watched', properties: { seconds: i } })
  }
  if (i === Math.floor(many / 2)) {
    await analytics.flush()
  }
}
await analytics.closeAndFlush()
