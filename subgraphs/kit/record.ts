// What every row carries beside its facts: its id, its home, and where the fact comes from.
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { MAX_ID, MAX_WORD } from '../../schema/id';
import { createChoice } from './noun/choice';
import { Choice, columnSpec, indexed, Text, TimeOf } from './noun/columns';
import { defineMethod } from './noun/define-method';
import { resolveReference, stub } from './noun/references';
import { addColumn, type Class, type ContractName } from './noun/spec';

export const Provenance = createChoice('Provenance', '一行记录从何而来。 Where a record comes from.', {
  STATED: '来源文件写明。 Stated by a source document.',
  DEMONSTRATION: '为演示而编。 Made up for the demonstration.',
  ENTERED: '由单位登记。 Entered by the organization.',
});

export interface RecordColumns {
  id: string;
  home: string;
  provenance: keyof typeof Provenance;
  sourceKey: string | null;
  sourceDocumentId: string | null;
  sourceParagraph: number | null;
  note: string | null;
  updatedAt: string;
}

export interface RecordTypes {
  /** The type of source documents in this contract. */
  document: () => Class;
  /** The type of the organization that owns a row; absent where all rows have one owner. */
  owner?: () => Class;
}

/** Makes the base class of a contract's nouns. */
export function createRecord(contract: ContractName, types: RecordTypes): abstract new () => RecordColumns {
  @ObjectType({ simpleResolvers: true })
  abstract class Record implements RecordColumns {
    @PrimaryColumn({ type: 'varchar', length: MAX_ID })
    @Field(() => ID, { description: '编号。 The id.' })
    id!: string;

    @Column({ type: 'varchar', length: MAX_WORD })
    home!: string;

    @Choice(() => Provenance, '出处：来源写明、演示或登记。 Stated, demonstration or entered.', { required: true, filter: true, dimension: true })
    provenance!: keyof typeof Provenance;

    @Text('在来源资料中的键。 Key in the source material.', { max: 80, filter: true })
    sourceKey!: string | null;

    @Column({ type: 'varchar', length: MAX_ID, nullable: true })
    sourceDocumentId!: string | null;

    @Column({ type: 'int', nullable: true })
    sourceParagraph!: number | null;

    @Text('说明：原文的疑点或限定。 A note: doubts or limits of the source.', { max: 1000 })
    note!: string | null;

    @TimeOf('最后更新时间。 Last changed.', { required: true, order: true })
    updatedAt!: string;
  }
  indexed(Record, 'home');
  if (contract.sharded) defineVersion(Record);
  if (types.owner) defineOwner(Record, types.owner);
  const SourceReference = createSourceReference(contract, types.document);
  defineMethod<RecordColumns>(Record, 'source', {
    type: () => SourceReference,
    description: '来源文件与段落。 The source document and paragraph.',
    resolve: ({ sourceDocumentId, sourceParagraph }) =>
      sourceDocumentId && Object.assign(stub(SourceReference, ''), { documentId: sourceDocumentId, paragraph: sourceParagraph }),
  });
  return Record;
}

/** The directory is not changed through the graph, and has documents with a version of another meaning. */
function defineVersion({ prototype }: Class): void {
  const description =
    '版本，从 1 起，每次变化加 1；办理时交回，以免盖掉别人的变化。 Version, from 1, one more with each change; send it back with a mutation, so that nobody overwrites what he has not seen.';
  Column({ type: 'int', default: 1 })(prototype as object, 'version');
  Field(() => Int, { description, simple: true })(prototype as object, 'version');
}

function defineOwner(record: Class, owner: () => Class): void {
  const description = '所属单位：此行由它负责。 The organization that owns this row.';
  addColumn(record, { ...columnSpec('home', 'reference', owner, description, { required: true, dimension: true }), field: 'owner' });
  defineMethod<RecordColumns>(record, 'owner', {
    type: owner,
    description,
    directives: ['@foreign'],
    resolve: (row) => stub(owner(), row.home),
  });
}

function createSourceReference(contract: ContractName, document: () => Class): Class {
  @Directive('@shareable')
  @ObjectType({ description: '一句事实的出处。 Where a fact is stated.', simpleResolvers: true })
  class SourceReference {
    @Field(() => Int, { nullable: true, description: '段落号，从 1 起。 Paragraph, from 1.' })
    paragraph!: number | null;
  }
  defineMethod<{ documentId: string }>(SourceReference, 'document', {
    type: document,
    description: '来源文件。 The source document.',
    directives: contract.sharded ? ['@foreign'] : [],
    resolve: (source, context, info) => resolveReference(source.documentId, document(), context, info),
  });
  return SourceReference;
}
