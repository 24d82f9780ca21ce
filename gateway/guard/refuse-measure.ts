// Refuses a document that is within the size but asks for too much once its fragments are put in.
import type { DocumentNode } from 'graphql';
import type { DocumentBounds } from './document-bounds';
import { type Measure, measureDocument } from './measure-document';
import type { Refusal } from './refusal';

export function refuseMeasure(document: DocumentNode, bounds: DocumentBounds): Refusal | undefined {
  if (document.definitions.length > bounds.definitions) return tooManyDefinitions(bounds);
  for (const measure of measureDocument(document)) {
    const refusal = refuseDefinition(measure, bounds);
    if (refusal) return refusal;
  }
  return undefined;
}

function refuseDefinition(measure: Measure, bounds: DocumentBounds): Refusal | undefined {
  if (measure.depth > bounds.depth) return tooDeep(bounds);
  const over = COUNTED.find(({ count }) => measure[count] > bounds[count]);
  return over && tooMany(over, bounds[over.count]);
}

interface Counted {
  count: 'fields' | 'rootFields' | 'aliases' | 'directives';
  zh: string;
  en: string;
}

const COUNTED: Counted[] = [
  { count: 'fields', zh: '字段', en: 'fields' },
  { count: 'rootFields', zh: '根字段', en: 'root fields' },
  { count: 'aliases', zh: '别名', en: 'aliases' },
  { count: 'directives', zh: '指令', en: 'directives' },
];

const tooMany = ({ zh, en }: Counted, bound: number): Refusal => ({
  zh: `片段展开后，查询中的${zh}超过 ${bound} 个；请拆成几个查询。`,
  en: `With its fragments put in, the operation has more than ${bound} ${en}; split it into several.`,
});

const tooDeep = ({ depth }: DocumentBounds): Refusal => ({
  zh: `片段展开后，查询的层数超过 ${depth}；请少嵌套几层，或分几次查询。`,
  en: `With its fragments put in, the operation is deeper than ${depth} levels; nest less, or ask in several steps.`,
});

const tooManyDefinitions = ({ definitions }: DocumentBounds): Refusal => ({
  zh: `查询中的操作和片段超过 ${definitions} 个；请只发送用到的。`,
  en: `The document has more than ${definitions} operations and fragments; send only those that are used.`,
});
