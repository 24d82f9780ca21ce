// Rule: `@provides` answers another's fields from one's own data, on the paths where it stands, only with their owners' yes.
import { quote } from '../../../../schema/codes';
import type { Finding } from '../../verdict';
import type { GraphMembers, Member } from '../graph-members';
import { coordinatesIn, namedType } from './field-set';
import { ownerOf } from './find-owners';
import { type OwnershipCase, at, otherHome } from './ownership-case';

/** Every `@provides` of the subgraph: one that stays as it is answers other fields where a type on its path has become another. */
export function guardProvided(it: OwnershipCase): Finding[] {
  return [...it.after.members.values()].flatMap((field) =>
    field.provides
      .filter(({ by }) => by === it.subgraph)
      .flatMap(({ fields }) =>
        homesBehind(newlyProvided(field, fields, it), it).map((home) =>
          provided(field.coordinate, { fields: `${namedType(field.shape)} { ${fields} }`, home }, it),
        ),
      ),
  );
}

function newlyProvided(field: Member, fields: string, { before, after, subgraph }: OwnershipCase): string[] {
  const was = before.members.get(field.coordinate);
  const known = new Set(
    was?.provides
      .filter(({ by }) => by === subgraph)
      .flatMap((each) => [...providedBy(was, each.fields, before)]),
  );
  return [...providedBy(field, fields, after)].filter((coordinate) => !known.has(coordinate));
}

function providedBy({ shape }: Member, fields: string, graph: GraphMembers): Set<string> {
  return coordinatesIn(fields, namedType(shape), graph);
}

/** Of the fields that the subgraph does not resolve itself. */
function homesBehind(coordinates: string[], it: OwnershipCase): string[] {
  const homes = coordinates.flatMap((coordinate) => {
    const is = it.after.members.get(coordinate)!;
    if (is.definers.includes(it.subgraph)) return [];
    const { definers } = it.before.members.get(coordinate) ?? is;
    const owners = definers.length > 0 ? definers : [ownerOf(it.owners, coordinate, is)];
    return owners.flatMap((owner) => otherHome(it, owner) ?? []);
  });
  return [...new Set(homes)];
}

function provided(
  coordinate: string,
  { fields, home }: { fields: string; home: string },
  it: OwnershipCase,
): Finding {
  return {
    rule: 'FIELD_PROVIDED',
    severity: 'NEEDS_APPROVAL',
    approver: home,
    ...at(coordinate, it),
    sentence: {
      zh: `${quote(coordinate)} 用 @provides 代 ${quote(home)} 回答 ${quote(fields)}。`,
      en: `${quote(coordinate)} answers ${quote(fields)} with @provides in the place of ${quote(home)}.`,
    },
    suggestion: {
      zh: `去掉 @provides，让网关向其所属子图询问；或请 ${quote(home)} 批准。`,
      en: `Remove @provides, so that the gateway asks the subgraph that owns them; or ask ${quote(home)} to approve.`,
    },
  };
}
