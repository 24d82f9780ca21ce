// The code lists that all contracts share: resource categories, and work areas as far as the sources name them.
import { ResourceCategory } from '../../directory/resource-category/resource-category';
import { WorkArea } from '../../directory/work-area/work-area';
import { facts, type Fact, type Source } from '../facts';
import { listed, rowId, stated, STREET, type Row, type Values } from '../rows';

export function codeListRows(): Row[] {
  return [...CATEGORIES.map(categoryRow), ...JOINT_LINES.map(jointLineRow), fourKindsRow()];
}

/** code, name, name in English, what it covers */
const CATEGORIES = [
  [
    'venue',
    '场地',
    'Venues',
    '会议室、活动室、操场等可借用的地方。 Rooms, halls and grounds that can be lent.',
  ],
  ['equipment', '设备', 'Equipment', '可借用的器材、终端。 Devices and terminals that can be lent.'],
  ['facility', '设施', 'Facilities', '固定的公共设施。 Fixed public facilities.'],
  [
    'training',
    '培训设施',
    'Training facilities',
    '市民学校、课堂及其课程。 Citizens’ schools, classrooms and their courses.',
  ],
  ['land', '土地', 'Land', '为项目提供的用地。 Land that is given for a project.'],
  [
    'publicity',
    '宣传载体',
    'Publicity',
    '宣传栏、橱窗、简报、展板。 Boards, windows, bulletins and displays.',
  ],
  [
    'volunteers',
    '志愿队伍',
    'Volunteers',
    '可调用的队伍，只记人数。 Teams that can be called on; headcounts only.',
  ],
  [
    'services',
    '专业服务',
    'Services',
    '单位以专业能力提供的服务。 Services that a unit gives by its profession.',
  ],
] as const;

function categoryRow([code, name, nameEn, definition]: (typeof CATEGORIES)[number], i: number): Row {
  return listed(ResourceCategory, `category:${code}`, { code, name, nameEn, definition, position: i + 1 });
}

/** code, name, name in English */
const JOINT_LINES = [
  ['co-residence', '共驻共建', 'Living and building together'],
  ['practical-matters', '实事共办', 'Practical matters done jointly'],
  ['joint-activities', '活动共搞', 'Activities held jointly'],
  ['shared-resources', '资源共享', 'Resources shared'],
] as const;

export type JointLine = (typeof JOINT_LINES)[number][0];

/** The work area of a joint line of work. */
export function workAreaId(line: JointLine): string {
  return rowId(STREET, 'work-area', `M17/${line}`);
}

function jointLineRow([code, name, nameEn]: (typeof JOINT_LINES)[number], i: number): Row {
  return workAreaRow('M17', code, { scheme: 'JOINT_LINES', name, nameEn, position: i + 1 });
}

/** The facts name the scheme, not its four kinds; what they are is not filled in. */
function fourKindsRow(): Row {
  const note =
    '资料只记下“四性工作”这一分类的名称，未记下四类各自的名称。 The facts give the name of the scheme only, not of its four kinds.';
  return workAreaRow('M02', 'four-kinds', {
    scheme: 'KINDS_OF_WORK',
    name: '四性工作',
    nameEn: 'Four kinds of work',
    position: JOINT_LINES.length + 1,
    note,
  });
}

function workAreaRow(key: string, code: string, values: Values): Row {
  const mechanism = facts('mechanisms').find(({ id }) => id === key) as Fact & { sources: Source[] };
  return stated(
    WorkArea,
    STREET,
    { id: `${key}/${code}`, source: mechanism.sources[0]! },
    { code, ...values },
  );
}
