// An organization, mostly a community, that a project takes place in or concerns.
import { Text } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import { cobuilding, Organization, Record } from '../contract';
import { JointProject } from './joint-project';

@Noun({
  contract: cobuilding,
  kind: 'project-community',
  singular: 'projectCommunity',
  plural: 'projectCommunities',
  description: '项目涉及的社区。 A community that a project concerns.',
  order: 'updatedAt',
})
export class ProjectCommunity extends Record {
  @Local(() => JointProject, '项目。 The project.', {
    required: true,
    inverse: { field: 'communities', description: '涉及的社区。 The communities that it concerns.' },
  })
  projectId!: string;

  @Foreign(() => Organization, '社区。 The community.', {
    required: true,
    inverse: { field: 'concerningProjects', description: '涉及本社区的项目，在各家。 Projects that concern this community, anywhere.' },
  })
  organizationId!: string;

  @Text('说明范围，例如小区名。 The extent, e.g. the name of a compound.', { max: 200 })
  extentText!: string | null;
}
