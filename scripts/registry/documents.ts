// What the command line asks the registry.

const VERDICT = `verdict { outcome
  findings { rule severity sentence { zh en } suggestion { zh en } line column coordinate approver }
  changes { coordinate kind criticality sentence { zh en } inUseBy } }`;

const PROPOSAL = `id subject by at base waitsFor state decidedBy decidedAt reason version approvals { home at reason }`;

const SUBMISSION = `outcome version diff ${VERDICT} proposal { ${PROPOSAL} }`;

export const CHECK = `query Check($subgraph: SubgraphInput!) { check(subgraph: $subgraph) { diff ${VERDICT} } }`;
export const PUBLISH = `mutation Publish($subgraph: SubgraphInput!) { result: publish(subgraph: $subgraph) { ${SUBMISSION} } }`;
export const RETIRE = `mutation Retire($name: String!) { result: retire(name: $name) { ${SUBMISSION} } }`;
export const PUBLISH_SHARD = `mutation PublishShard($shard: ShardInput!) { result: publishShard(shard: $shard) { ${SUBMISSION} } }`;
export const RETIRE_SHARD = `mutation RetireShard($name: String!) { result: retireShard(name: $name) { ${SUBMISSION} } }`;
const MOVE = `id home from to by state startedAt changedAt rows version reason`;
export const MOVE_HOME = `mutation MoveHome($home: ID!, $to: String!) { result: moveHome(home: $home, to: $to) { submission { ${SUBMISSION} } move { ${MOVE} } } }`;
export const MOVE_BY_ID = `query Move($id: ID!) { result: move(id: $id) { ${MOVE} } }`;
export const MOVES = `{ result: moves { ${MOVE} } }`;
export const ABORT_MOVE = `mutation AbortMove($id: ID!) { result: abortMove(id: $id) { ${MOVE} } }`;
export const APPROVE = `mutation Approve($id: ID!, $reason: String!) { result: approve(id: $id, reason: $reason) { ${SUBMISSION} } }`;
export const REJECT = `mutation Reject($id: ID!, $reason: String!) { result: reject(id: $id, reason: $reason) { ${PROPOSAL} } }`;
export const JOIN = `mutation Join($home: ID!, $name: String!, $homes: [ID!], $contracts: [String!]) {
  result: join(home: $home, name: $name, homes: $homes, contracts: $contracts) { secret proposal } }`;
export const PROPOSALS = `query Proposals($state: ProposalState) { result: proposals(state: $state) { ${PROPOSAL} } }`;
export const PROPOSAL_BY_ID = `query Proposal($id: ID!) { result: proposal(id: $id) { ${PROPOSAL} change diff ${VERDICT} } }`;
export const HISTORY = `query History($before: Int, $limit: Int) { result: history(before: $before, limit: $limit) { number kind subject by at from proposal } }`;
export const DIFF = `query Diff($to: Int!, $from: Int) { result: diff(to: $to, from: $from) { api subgraphs shards } }`;
export const ROLLBACK = `mutation Rollback($to: Int!, $withShards: Boolean) { result: rollback(to: $to, withShards: $withShards) }`;
export const TOKENS = `query Tokens($home: ID) { result: tokens(home: $home) { id home purpose label createdAt expiresAt revokedAt lastUsedOn } }`;
export const ROTATE = `mutation Rotate($home: ID, $purpose: Purpose, $label: String!, $days: Int) {
  result: rotateToken(home: $home, purpose: $purpose, label: $label, days: $days) { secret token { id home purpose label expiresAt } } }`;
export const REVOKE = `mutation Revoke($id: ID!) { result: revokeToken(id: $id) { id home revokedAt } }`;
export const MEMBERS = `{ result: members { home name state homes contracts since } }`;
export const GRAPH = `query Graph($number: Int) { result: version(number: $number) { number kind subject by at
  subgraphs { name owner url } shards { name owner url contracts homes } notJoined { home contracts } } }`;
export const AUDIT = `query Audit($after: Int, $limit: Int) { result: audit(after: $after, limit: $limit) {
  sequence at by purpose token from verb subject details previous hash } }`;
export const VERIFY_AUDIT = `query VerifyAudit($keptSequence: Int, $keptHash: String) {
  result: verifyAudit(keptSequence: $keptSequence, keptHash: $keptHash) { entries last broken { sequence why } } }`;
export const AUDIT_ANCHOR = `{ result: auditAnchor { sequence hash signature } }`;
export const SETTINGS = `{ result: settings { privacyWords { zh en allowed } networks { cidrs loopback } planningBudget usageDays } }`;
export const SET_SETTINGS = `mutation SetSettings($settings: SettingsInput!) { result: changeSettings(settings: $settings) {
  privacyWords { zh en allowed } networks { cidrs loopback } planningBudget usageDays } }`;
export const NAME_REFUSAL = `query NameRefusal($name: String!) { result: nameRefusal(name: $name) { zh en } }`;
export const WHO = `{ result: me { home purpose state } street }`;
