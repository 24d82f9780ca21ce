// The last of the guards: what of an operation whoever asks may not read is cut out, and what is left is planned and run.
import { createHash } from 'node:crypto';
import { type ExecutionResult, type GraphQLSchema, print } from 'graphql';
import type { SignedActor } from '../../schema/actor-signature';
import type { Planning } from '../planning/create-planning';
import type { KnownDocument } from '../planning/document-cache';
import type { GraphText } from '../planning/planning-messages';
import { createBoundedCache } from '../sharding/plan/bounded-cache';
import type { OperationGuard, Verdict } from '../steps/operation-steps';
import type { AccessRules } from './access-rules';
import { cutDocument, requirementsOf } from './cut-document';
import { ROUTER_SCOPE, type Requirement, WRITE, isGranted } from './requirement';
import { type CutParts, restoreAnswer } from './restore-answer';

/** An operation of which some may not be read. */
export interface CutOperation {
  /** What is run in its place. */
  known: KnownDocument;
  /** The answer to what was run as an answer to what was asked. */
  restore<Given extends Pick<ExecutionResult, 'data' | 'errors'>>(
    answer: Given,
    variables: Record<string, unknown> | undefined,
  ): Given;
}

export interface AccessGround {
  /** Of a supergraph the gateway enforces the rules; of a contract, which other routers ask, they must do so themselves. */
  kind: GraphText['kind'];
  planning: Planning;
  rulesOf(schema: GraphQLSchema): AccessRules;
}

interface CutText extends CutParts {
  text: string;
  hash: string;
}

interface DocumentAccess {
  requirements: readonly Requirement[];
  /** By what is missing. */
  cuts: ReturnType<typeof createBoundedCache<CutText>>;
}

/** Of one document; there are as many as there are kinds of callers. */
const MOST_CUTS = 16;

export function enforceAccess({ kind, planning, rulesOf }: AccessGround): OperationGuard {
  const byRules = new WeakMap<AccessRules, WeakMap<KnownDocument, DocumentAccess>>();
  return {
    name: 'access',
    check(operation) {
      const { schema, known, actor, signal } = operation;
      if (!known) return undefined;
      const rules = rulesOf(schema);
      if (rules.isEmpty && known.operation !== 'mutation') return undefined;
      const access = accessOf(rules, known, schema);
      const missing = access.requirements.filter((each) => !isGrantedHere(each, actor));
      if (missing.length === 0) return undefined;
      const cut = access.cuts.get(missing.join('\n'), () => cutOut(rules, known, schema, missing));
      const { operationName } = known;
      const read = planning.read(schema, { ...cut, operationName }, signal);
      return read instanceof Promise ? read.then(settle) : settle(read);

      function settle(answer: Awaited<typeof read>): Verdict {
        if (answer.kind === 'refused') return answer.errors;
        operation.cut = toCut(answer, cut);
        return undefined;
      }
    },
  };

  function isGrantedHere(requirement: Requirement, actor: SignedActor | undefined): boolean {
    if (kind === 'supergraph' || requirement === WRITE) return isGranted(requirement, actor);
    return actor?.scopes.includes(ROUTER_SCOPE) === true;
  }

  function accessOf(rules: AccessRules, known: KnownDocument, schema: GraphQLSchema): DocumentAccess {
    let documents = byRules.get(rules);
    if (!documents) byRules.set(rules, (documents = new WeakMap()));
    let access = documents.get(known);
    if (!access) {
      const requirements = requirementsOf({ ...known, schema }, rules);
      documents.set(known, (access = { requirements, cuts: createBoundedCache(MOST_CUTS) }));
    }
    return access;
  }
}

function cutOut(
  rules: AccessRules,
  { document, operationName }: KnownDocument,
  schema: GraphQLSchema,
  requirements: readonly Requirement[],
): CutText {
  const cut = cutDocument({ schema, document, operationName }, rules, new Set(requirements));
  const text = print(cut.document);
  const hash = createHash('sha256').update(text).digest('hex');
  return { schema, document, operationName, cutFields: cut.fields, text, hash };
}

function toCut(known: KnownDocument, parts: CutText): CutOperation {
  return { known, restore: (answer, variables) => restoreAnswer(answer, parts, variables) };
}
