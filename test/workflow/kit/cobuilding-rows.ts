// A row of each machine of `cobuilding` in a state, with what its steps need beside it.
import { AgreementSignatory } from '../../../subgraphs/cobuilding/agreement/agreement-signatory';
import { CoBuildingAgreement } from '../../../subgraphs/cobuilding/agreement/co-building-agreement';
import { Evaluation } from '../../../subgraphs/cobuilding/agreement/evaluation';
import { AgreementTask } from '../../../subgraphs/cobuilding/agreement-task/agreement-task';
import { JointActivity } from '../../../subgraphs/cobuilding/joint-activity/joint-activity';
import { JointProject } from '../../../subgraphs/cobuilding/joint-project/joint-project';
import { Pledge } from '../../../subgraphs/cobuilding/pledge/pledge';
import { PublicNotice } from '../../../subgraphs/cobuilding/public-notice/public-notice';
import type { LoadableRow } from '../../../subgraphs/kit/database/load-rows';
import { rowOf } from './rows';

export function cobuildingRow(type: string, state: string, step: string): LoadableRow[] {
  const of = MAKERS[type];
  if (!of) throw new Error(`No row of ${type} is made here`);
  return of(state, step);
}

const MAKERS: Record<string, (state: string, step: string) => LoadableRow[]> = {
  CoBuildingAgreement: (state, step) => {
    const effectiveTo = step === 'expireCoBuildingAgreement' ? '2026-10-31' : '2027-10-31';
    const agreement = agreementIn(state, effectiveTo);
    const agreementId = agreement.values.id;
    return [
      agreement,
      rowOf(AgreementSignatory, { agreementId, organizationId: 'yili' }),
      rowOf(AgreementSignatory, { agreementId, organizationId: 'dongguan' }),
      rowOf(AgreementTask, { agreementId, text: '每月一次', state: 'PLANNED' }),
      rowOf(Evaluation, { agreementId, year: 2026 }),
    ];
  },
  AgreementTask: (state) => {
    const agreement = agreementIn('ACTIVE', '2027-10-31');
    const sides = { responsibleId: 'dongguan', beneficiaryId: 'xinhua' };
    return [
      rowOf(AgreementTask, { agreementId: agreement.values.id, text: '清扫', ...sides, state }),
      agreement,
    ];
  },
  JointProject: (state) => {
    const project = rowOf(JointProject, { name: '修路', leadId: 'dongguan', state });
    const notice = (kind: string) =>
      rowOf(PublicNotice, { title: kind, kind, projectId: project.values.id, postedOn: '2026-11-01' });
    return [project, notice('APPROVAL'), notice('RESULT')];
  },
  JointActivity: (state) => [rowOf(JointActivity, { name: '义诊', startsOn: '2026-11-20', state })],
  Pledge: (state) => [rowOf(Pledge, { level: 'BRANCH', text: '承诺', state })],
};

function agreementIn(state: string, effectiveTo: string): LoadableRow {
  const term = { effectiveFrom: '2026-01-01', effectiveTo };
  return rowOf(CoBuildingAgreement, { title: '协议', kind: 'CO_BUILDING_AGREEMENT', ...term, state });
}
