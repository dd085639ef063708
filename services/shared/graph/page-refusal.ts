import { GraphQLError } from 'graphql';
import { MAXIMUM_PAGE_SIZE, type PageProblem } from './connection.rules.ts';

const problems: Record<PageProblem, string> = {
  'page-size': `Ask for 1 to ${MAXIMUM_PAGE_SIZE} rows a page.`,
  'both-directions': 'Use first and after, or last and before, not both.',
  cursor: 'This cursor is not from this list. Use one that the list gave you, unchanged.',
};

/** The error for page arguments that make no page. */
export function pageRefusal(problem: PageProblem): GraphQLError {
  return new GraphQLError(problems[problem], { extensions: { code: 'BAD_USER_INPUT', problem } });
}
