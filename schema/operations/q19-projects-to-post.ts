// Rows of question 19: finished projects whose result was not posted, and organizations of which nobody knows.
import { absenceOf, type Absence, type Counted, type Coverage, type Rows } from './absence';

interface Project {
  id: string;
  name: string;
  state: string | null;
  endsOn: string | null;
}

export interface ProjectsAnswer {
  jointProjects: {
    coverage: Coverage;
    pageInfo: { hasNextPage: boolean };
    edges: { node: Project & { notices: Counted | null } }[];
  } | null;
}

export interface ProjectToPost {
  /** Null for an organization whose projects are not known. */
  project: Project | null;
  /** The home that keeps the project. */
  home: string;
  absence: Absence;
}

/** One row for each project without a notice of its result, and one for each home that is missing from the list. */
export function projectsToPost({ jointProjects: projects }: ProjectsAnswer): Rows<ProjectToPost> {
  if (!projects) return { rows: [], complete: false };
  const unposted = projects.edges.flatMap(({ node: { notices, ...project } }) => {
    const absence = absenceOf(notices);
    return absence
      ? [
          {
            project: { id: project.id, name: project.name, state: project.state, endsOn: project.endsOn },
            home: homeOf(project),
            absence,
          },
        ]
      : [];
  });
  const unknown = projects.coverage.missing.map(({ home, reason }) => ({
    project: null,
    home,
    absence: unheard(reason),
  }));
  return {
    rows: [...unposted, ...unknown],
    complete: projects.coverage.complete && !projects.pageInfo.hasNextPage,
  };
}

/** An id begins with the home that owns the row. */
function homeOf({ id }: Project): string {
  return id.slice(0, id.indexOf('.'));
}

function unheard(reason: string): Absence {
  return reason === 'NOT_JOINED' ? 'NOT_JOINED' : 'UNKNOWN';
}
