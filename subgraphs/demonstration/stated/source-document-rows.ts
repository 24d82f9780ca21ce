// The five source documents and the known doubts about them.
import { DataQualityNote } from '../../directory/source-document/data-quality-note';
import { SourceDocument } from '../../directory/source-document/source-document';
import { dataQuality, sourceDocuments } from '../facts';
import { documentId, stated, STREET, type Row } from '../rows';

export function sourceDocumentRows(): Row[] {
  return [
    ...Object.entries(sourceDocuments).map(([file, title]) => documentRow(file, title)),
    ...dataQuality.map(noteRow),
  ];
}

/** A document, and a doubt about it, rest on the document as a whole: no paragraph is named. */
function documentRow(file: string, title: string): Row {
  const fact = { id: file, source: { document: file, paragraph: 1 } };
  return stated(SourceDocument, STREET, fact, {
    sourceParagraph: null,
    fileKey: file,
    title,
    titleEn: TITLES_EN[file],
  });
}

function noteRow({ id, file, issue }: (typeof dataQuality)[number]): Row {
  const fact = { id, source: { document: file, paragraph: 1 } };
  return stated(DataQualityNote, STREET, fact, {
    sourceParagraph: null,
    documentId: documentId(file),
    text: issue,
    textEn: NOTES_EN[id],
  });
}

const TITLES_EN: Record<string, string> = {
  '000_3f6f0cae3b1191d2.txt': 'Dongguan Community: application to become a model of Party building',
  '001_6d19c11c9beac06c.txt':
    'Speech at a meeting on Party building in communities (Yingbin Community, Hedong Subdistrict)',
  '002_361933bc85e49a62.txt':
    'Yili Beiyuan Community: report as a harmonious model community; Chunhui Community: summary as a provincial one',
  '003_d074a3eb8d790bbe.txt':
    'Keqiao Subdistrict Party Working Committee [2010] No. 25: opinion on implementation',
  '004_2cd1ef01fd254ffb.txt':
    'A masked subdistrict: material on striving for excellence (Aletengkente, Kangleyuan, Suifengyuan)',
};

const NOTES_EN: Record<string, string> = {
  dq1: '1273 of 2145 households are 59.3%, which does not agree with “a rate above 95%”; the denominator is not stated.',
  dq2: '37/38 is 97.37%; the source cuts it off to 97.3%.',
  dq3: '“49 registered Party members” may be of the nine units or of the community; how this relates to “80 Party members” is not stated.',
  dq4: 'Figures are masked by ×××; “2000××× and more participations” must not be read as 2000.',
  dq5: 'Two sources in one file: Yili Beiyuan (Haidian, Beijing) and Chunhui Community (Deqing); all years are written 201*.',
  dq6: '471,500 yuan is a total; the parts that are given are 60,000 + 66,000 + 90,000 = 216,000, and 255,500 are not allotted.',
  dq7: 'Garbled text, read from its context: environmental activities, now, repair of appliances; the subdistrict’s social security office is a reconstructed reading.',
  dq8: '“Estimated spending 20 million” states no currency; it is a plan, not an account.',
  dq9: 'Charity shop: the first figure of goods handed out is missing, later it is 836; “142 people” occurs twice and must not be added.',
  dq10: 'Suifengyuan is once called a general Party branch and once a Party branch; the name of the subdistrict is masked; no year is given.',
  dq11: '“Last year” and “in recent years” have no date to count from and must not be computed.',
  dq12: '1594/1869 is 85.3%: computed, the source gives no rate.',
};
