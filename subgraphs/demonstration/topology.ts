// Who serves what in the demonstration: each shard, the program it runs and the homes it speaks for.

export interface DemonstrationShard {
  name: string;
  program: 'street' | 'community' | 'unit';
  homes: string[];
  /** Runs as a process of its own; the others share one. */
  ownProcess?: true;
}

export const SHARDS: DemonstrationShard[] = [
  {
    name: 'street',
    program: 'street',
    ownProcess: true,
    homes: [
      'demo-street',
      'hedong-pwc', 'guandu', 'xinhua', 'hongqi',
      'shuguang-pwc', 'shuguang-office', 'shuguang-ss',
      'keqiao-pwc', 'keqiao-office', 'countyorg',
      'moulu-pwc',
    ],
  },
  {
    name: 'dongguan',
    program: 'community',
    ownProcess: true,
    homes: ['dongguan', 'dongguan-branch', 'dongguan-rc', 'dongguan-womens', 'dongguan-lead', 'dongguan-reemp', 'dongguan-baite'],
  },
  { name: 'yili', program: 'community', homes: ['yili', 'yili-branch', 'yili-rc', 'yili-property', 'yili-ownersprep'] },
  { name: 'chunhui', program: 'community', homes: ['chunhui', 'chunhui-branch', 'yangguang-oc'] },
  { name: 'yingbin', program: 'community', homes: ['yingbin-branch'] },
  { name: 'demo-community', program: 'community', homes: ['demo-community', 'demo-community-branch'] },
  { name: 'bob-sjc', program: 'unit', ownProcess: true, homes: ['bob-sjc'] },
  { name: 'dongguan-school', program: 'unit', homes: ['dongguan-school'] },
  { name: 'deqing1', program: 'unit', homes: ['deqing1'] },
  { name: 'demo-school', program: 'unit', homes: ['demo-school', 'demo-school-branch'] },
  {
    // What the street runs for the small ones.
    name: 'hosted',
    program: 'community',
    homes: [
      'partyschool', 'housing-city', 'housing-district', 'housing',
      'dept-planning', 'dept-design', 'dept-water', 'dept-garden', 'dept-survey',
      'lectureteam', 'haidian-foreign', 'capital-civil',
      'keqiao-lixin', 'keqiao-funian', 'keqiao-wanghu', 'keqiao-gangyue', 'keqiao-hubin', 'keqiao-dasi',
      'kangleyuan', 'altenkent', 'suifengyuan',
      'demo-bank', 'demo-bank-branch', 'demo-property',
    ],
  },
];
