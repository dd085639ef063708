import { registerEnumType } from 'type-graphql';
import { Education } from './terms.rules.ts';

registerEnumType(Education, {
  name: 'Education',
  description: 'How far somebody has been educated, the lowest first.',
});

export { Education };
