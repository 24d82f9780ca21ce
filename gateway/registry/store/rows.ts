// The tables of the registry, the same on SQLite and on MySQL/MariaDB.
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { GraphState } from '../domain/graph-state';
import type { ComposedGraph } from '../check/check-input';
import type { MoveState } from '../domain/home-move';
import type { MemberState } from '../domain/member';
import type { Approval, ProposalState } from '../domain/proposal';
import type { Purpose } from '../domain/actor';
import { toStorable } from '../domain/storable-text';
import type { VersionKind } from '../domain/version';

/** Whatever others write freely: what one database would cut or alter is replaced. JSON escapes it by itself. */
const FREE = {
  transformer: {
    to: (text: string | null | undefined) => text && toStorable(text),
    from: (text: string | null) => text,
  },
};
/** The migrations make it LONGTEXT on MySQL and MariaDB; SQLite's text has no bound. */
const LONG = { type: 'text' } as const;
const WORD = { type: 'varchar', length: 40 } as const;
const TIME = { type: 'varchar', length: 24 } as const;
const HASH = { type: 'varchar', length: 64 } as const;
const ADDRESS = { ...FREE, type: 'varchar', length: 2048 } as const;
const LABEL = { ...FREE, type: 'varchar', length: 200 } as const;

function json<Value>() {
  const to = (value: Value) => JSON.stringify(value);
  const from = (text: string) => JSON.parse(text) as Value;
  return { ...LONG, transformer: { to, from } };
}

/** A text that versions point to by its SHA-256, kept once however many versions have it. */
@Entity('registry_text')
export class TextRow {
  @PrimaryColumn(HASH) hash!: string;
  @Column(LONG) text!: string;
}

/** The state with hashes in the place of texts. */
@Entity('registry_version')
export class VersionRow {
  @PrimaryColumn({ type: 'int' }) number!: number;
  @Column(WORD) kind!: VersionKind;
  @Column(LABEL) subject!: string;
  @Column(WORD) by!: string;
  @Column(WORD) token!: string;
  @Column({ ...LABEL, name: 'from_address' }) from!: string;
  @Column(TIME) at!: string;
  @Column({ ...WORD, nullable: true }) proposal!: string | null;
  @Column(json<GraphState>()) state!: GraphState;
  @Column(json<Record<keyof ComposedGraph, string>>()) composed!: Record<keyof ComposedGraph, string>;
}

@Entity('registry_member')
export class MemberRow {
  @PrimaryColumn(WORD) home!: string;
  @Column(LABEL) name!: string;
  @Column(json<string[]>()) homes!: string[];
  @Column(json<string[]>()) contracts!: string[];
  @Column(WORD) state!: MemberState;
  @Column(TIME) since!: string;
}

@Entity('registry_token')
export class TokenRow {
  @PrimaryColumn(WORD) id!: string;
  @Index({ unique: true }) @Column(HASH) hash!: string;
  @Column(WORD) purpose!: Purpose;
  @Index() @Column(WORD) home!: string;
  @Column(LABEL) label!: string;
  @Column(TIME) createdAt!: string;
  @Column({ ...TIME, nullable: true }) expiresAt!: string | null;
  @Column({ ...TIME, nullable: true }) revokedAt!: string | null;
  @Column({ ...TIME, nullable: true }) lastUsedOn!: string | null;
}

@Entity('registry_proposal')
export class ProposalRow {
  @PrimaryColumn(WORD) id!: string;
  /** A ProposedChange. It is plain data, and read by the verbs only. */
  @Column(json<object>()) change!: object;
  @Column(LABEL) subject!: string;
  @Column(WORD) by!: string;
  @Column(WORD) token!: string;
  @Column({ ...LABEL, name: 'from_address' }) from!: string;
  @Column(TIME) at!: string;
  @Column({ type: 'int' }) base!: number;
  /** A Verdict. */
  @Column(json<object>()) verdict!: object;
  @Column({ ...FREE, ...LONG }) diff!: string;
  @Column(json<Approval[]>()) approvals!: Approval[];
  @Index() @Column(WORD) state!: ProposalState;
  @Column({ ...WORD, nullable: true }) decidedBy!: string | null;
  @Column({ ...TIME, nullable: true }) decidedAt!: string | null;
  @Column({ ...FREE, ...LONG, nullable: true }) reason!: string | null;
  @Column({ type: 'int', nullable: true }) version!: number | null;
}

@Entity('registry_move')
export class MoveRow {
  @PrimaryColumn(WORD) id!: string;
  @Column(WORD) home!: string;
  @Column(WORD) source!: string;
  @Column(ADDRESS) sourceUrl!: string;
  @Column(WORD) target!: string;
  @Column(ADDRESS) targetUrl!: string;
  @Column(WORD) by!: string;
  @Column(WORD) token!: string;
  @Column({ ...LABEL, name: 'from_address' }) from!: string;
  @Index() @Column(WORD) state!: MoveState;
  @Column(TIME) startedAt!: string;
  @Column(TIME) changedAt!: string;
  @Column({ type: 'int', nullable: true }) rows!: number | null;
  @Column({ type: 'int', nullable: true }) version!: number | null;
  @Column({ ...FREE, ...LONG, nullable: true }) reason!: string | null;
}

@Entity('registry_audit')
export class AuditRow {
  @PrimaryColumn({ type: 'int' }) sequence!: number;
  @Column(TIME) at!: string;
  @Column(WORD) by!: string;
  @Column(WORD) purpose!: string;
  @Column(WORD) token!: string;
  @Column({ ...LABEL, name: 'from_address' }) from!: string;
  @Column(WORD) verb!: string;
  @Column(LABEL) subject!: string;
  @Column({ ...FREE, ...LONG }) details!: string;
  @Column(HASH) previous!: string;
  @Column(HASH) hash!: string;
}

@Entity('registry_setting')
export class SettingRow {
  @PrimaryColumn(WORD) name!: string;
  @Column(json<unknown>()) value!: unknown;
}

/** One line a day, client, operation and coordinate; the key is their hash, since together they are too long for one. */
@Entity('registry_use')
export class UseRow {
  @PrimaryColumn(HASH) id!: string;
  @Index() @Column({ type: 'varchar', length: 10 }) day!: string;
  @Column(LABEL) client!: string;
  @Column(LABEL) operation!: string;
  @Column({ ...FREE, type: 'varchar', length: 400 }) coordinate!: string;
  @Column({ type: 'int' }) count!: number;
}

/** Reports of use that were taken, so that one whose answer was lost is not counted again. */
@Entity('registry_use_report')
export class UseReportRow {
  @PrimaryColumn(WORD) id!: string;
  @Index() @Column({ type: 'varchar', length: 10 }) day!: string;
}

export const ROWS = [
  TextRow,
  VersionRow,
  MemberRow,
  TokenRow,
  ProposalRow,
  MoveRow,
  AuditRow,
  SettingRow,
  UseRow,
  UseReportRow,
];
