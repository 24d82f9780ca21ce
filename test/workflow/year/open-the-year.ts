// January: the conference and its rules, its members, their offices, plans and what each describes of itself.
import { at } from '../model/world';
import { bank, branch, community, property, school, street, type Year } from './year';

export async function openTheYear(year: Year): Promise<void> {
  year.on('2026-01-05');
  await convene(year);
  await plan(year);
  await describe(year);
  await offerCourses(year);
}

async function convene(year: Year): Promise<void> {
  const rules = { meetingCycle: 'QUARTERLY', agendaDeadlineDays: 15, noticeDays: 3, quorumPercent: 60 };
  const conference = await year.does(street, 'createJointConference', {
    home: 'demo-street',
    name: '示例街道党建联席会议',
    level: 'STREET',
    ...rules,
  });
  year.kept.conference = conference;
  const conferenceId = conference.id;
  await year.refuses('INVALID_INPUT', street, 'updateJointConference', {
    id: conferenceId,
    quorumPercent: 120,
  });
  await year.does(street, 'updateJointConference', { id: conferenceId, quorumPercent: 50 });
  for (const { organization } of [street, community, school, bank, property]) {
    const role = organization === 'demo-street' ? 'LEAD' : 'MEMBER';
    await year.does(street, 'addConferenceMember', { conferenceId, organizationId: organization, role });
  }
  await year.refuses('ALREADY_EXISTS', street, 'addConferenceMember', {
    conferenceId,
    organizationId: 'demo-bank',
    role: 'MEMBER',
  });
  const observer = {
    conferenceId,
    organizationId: branch.organization,
    role: 'OBSERVER',
    joinedOn: '2026-01-01',
  };
  year.kept.observer = await year.does(street, 'addConferenceMember', observer);
}

async function plan(year: Year): Promise<void> {
  const plan = await year.does(street, 'createAnnualPlan', {
    home: 'demo-street',
    title: '年度共建计划',
    year: 2025,
  });
  await year.does(street, 'updateAnnualPlan', { id: plan.id, year: 2026 });
  await year.walks(plan, [street, 'adoptAnnualPlan']);
  year.kept.plan = plan;
  const measures = [];
  for (const [i, text] of ['开放活动场地', '结对帮扶', '文明出行', '垃圾分类'].entries())
    measures.push(
      await year.does(street, 'addPlanMeasure', {
        planId: plan.id,
        number: i + 1,
        text,
        dueOn: `2026-${String(3 * i + 3).padStart(2, '0')}-28`,
      }),
    );
  const [first, second, third, fourth] = measures as [any, any, any, any];
  await year.walks(
    first,
    [street, 'updatePlanMeasure', { text: '开放活动场地和停车位' }],
    [street, 'startPlanMeasure'],
  );
  await year.walks(first, [street, 'updatePlanMeasure', { number: 5 }], [street, 'finishPlanMeasure']);
  await year.walks(second, [street, 'dropPlanMeasure']);
  await year.walks(third, [street, 'startPlanMeasure'], [street, 'dropPlanMeasure']);
  year.kept.measure = fourth;
}

async function describe(year: Year): Promise<void> {
  for (const asker of [community, school, bank, property]) {
    const liaison = { home: asker.organization, title: '联络岗', fullTime: false, validUntil: '2026-06-30' };
    const { id } = await year.does(asker, 'reportLiaisonOffice', liaison);
    await year.does(asker, 'updateLiaisonOffice', { id, validUntil: '2026-12-31' });
  }
  const home = community.organization;
  const office = await year.does(community, 'createOffice', {
    home,
    title: '驻社区指导岗',
    kind: 'COMMUNITY_INSTRUCTOR',
    organizationId: home,
  });
  await year.walks(office, [community, 'updateOffice', { duties: '联系驻区单位' }]);
  const seat = {
    home,
    bodyId: branch.organization,
    organizationId: bank.organization,
    officeId: office.id,
    title: '兼职委员',
  };
  await year.walks(await year.does(community, 'createCommitteeSeat', seat), [
    community,
    'updateCommitteeSeat',
    { validFrom: '2026-01-05' },
  ]);
  const posts = {
    officeId: office.id,
    firstTitle: '指导岗',
    firstOrganizationId: street.organization,
    secondTitle: '兼职委员岗',
  };
  await year.walks(await year.does(community, 'addCrossAppointment', posts), [
    community,
    'updateCrossAppointment',
    { secondOrganizationId: home },
  ]);
  const pairing = { home, name: '校社结对', kind: 'MIXED', leadId: home, counterpartId: school.organization };
  await year.walks(await year.does(community, 'createOrganizationPairing', pairing), [
    community,
    'updateOrganizationPairing',
    { validTo: '2026-12-31' },
  ]);
  await year.walks(await year.does(community, 'createCommunityBrand', { home, name: '邻里驿站' }), [
    community,
    'updateCommunityBrand',
    { sinceYear: 2026 },
  ]);
  await openStation(year, office.id);
  const team = await year.does(school, 'createVolunteerTeam', {
    home: school.organization,
    name: '教工志愿队',
    headcount: 18,
  });
  await year.walks(team, [school, 'updateVolunteerTeam', { headcount: 22, direction: '课后托管' }]);
}

async function openStation(year: Year, officeId: string): Promise<void> {
  const station = await year.does(community, 'createServiceStation', {
    home: community.organization,
    name: '便民服务站',
    officeId,
  });
  await year.walks(station, [community, 'updateServiceStation', { openingHours: '周一至周五 09:00–17:00' }]);
  const item = await year.does(community, 'addServiceItem', { stationId: station.id, name: '代办缴费' });
  await year.walks(item, [community, 'updateServiceItem', { providerId: bank.organization }]);
  await year.does(community, 'recordGoodsDonation', {
    stationId: station.id,
    donorId: school.organization,
    goods: '图书',
    quantity: 60,
    unitOfMeasure: '册',
  });
}

async function offerCourses(year: Year): Promise<void> {
  const course = await year.does(school, 'createCourse', {
    home: school.organization,
    title: '急救常识',
    places: 30,
  });
  await year.walks(course, [school, 'updateCourse', { places: 40 }]);
  const session = (day: string) =>
    year.does(school, 'planCourseSession', {
      courseId: course.id,
      startsAt: at(day),
      endsAt: at(day, '11:00'),
    });
  year.kept.session = await session('2026-03-14');
  year.kept.droppedSession = await session('2026-04-11');
}
