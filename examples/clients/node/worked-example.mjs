// One lead from her first visit to the moment when sales should call, told to a running Cupel.
//
//   ./cupel serve                                          prints two write keys at its first start
//   node examples/clients/node/worked-example.mjs sk_…     with the one for servers; Node 20 or later, nothing to install
//
// The key may stand in WRITE_KEY and the server's address in SERVER, where it is not http://127.0.0.1:8080.
// The points are those of examples/contracts/b2b-workshop.yaml.

const server = (process.env.SERVER ?? 'http://127.0.0.1:8080').replace(/\/$/, '')
const writeKey = process.argv[2] ?? process.env.WRITE_KEY

if (!writeKey) {
  fail('Which write key? The first start of ./cupel serve prints it:\n  node examples/clients/node/worked-example.mjs sk_…')
}

// Each run is about somebody else, so that it can be run again.
const run = Date.now().toString(36)
const anonymousId = `visitor-${run}`
const userId = `dana-${run}`
const daysAgo = days => new Date(Date.now() - days * 86_400_000).toISOString()
const page = (path, title) => ({ type: 'page', anonymousId, properties: { path, title } })

const story = [
  [9, 'Somebody reads a case study', '+10', page('/case-studies/northwind', 'How Northwind sells')],
  [6, 'and downloads the playbook', '+15', { type: 'track', anonymousId, event: 'Playbook Downloaded' }],
  [2, 'looks at the prices', '+20', page('/pricing', 'Prices')],
  [0, 'says who she is: Dana, CRO', '', {
    type: 'identify', anonymousId, userId,
    traits: { email: `${userId}@northwind.example`, firstName: 'Dana', title: 'CRO', country: 'US' }
  }],
  [0, 'of Northwind, SaaS, 120 people, $12M', '', {
    type: 'group', userId, groupId: 'northwind.example',
    traits: { name: 'Northwind', employees: 120, revenue: 12_000_000, industry: 'SaaS', country: 'US' }
  }],
  [0, 'and asks for a demo', '+40', { type: 'track', userId, event: 'Demo Requested', properties: { form: 'demo' } }]
]

const batch = story.map(([days, , , call], number) => ({
  ...call,
  messageId: `${run}-${number}`,
  timestamp: daysAgo(days)
}))

await send(batch)
for (const [days, what, points] of story) {
  console.log(`  ${days === 0 ? 'today     ' : `${days} days ago`}  ${what.padEnd(38)} ${points}`)
}
// A client whose connection breaks cannot know whether it was heard. It sends the same again, and nothing is counted twice.
await send(batch)
console.log(`
${batch.length} calls were sent, and all of them once more: each counts once.

Lead ${userId} fits the contract (grade A), scores 85 where 60 are needed, and raised her hand:
she is an MQL now, in her first cycle.`)

async function send(batch) {
  let answer
  try {
    // strict: a call that cannot be used is an error here, where Segment's own answer would be 200
    answer = await fetch(`${server}/v1/batch?strict=1`, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(`${writeKey}:`)}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ batch, sentAt: new Date().toISOString() })
    })
  } catch {
    fail(`Nobody answers at ${server}. Start Cupel with ./cupel serve, or say where it is: SERVER=http://host:port`)
  }
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}))
    fail(`Cupel answered ${answer.status}: ${problem.title ?? ''}. ${problem.detail ?? ''}`)
  }
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
