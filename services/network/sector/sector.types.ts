import { registerEnumType } from 'type-graphql';
import { NetworkSector } from './sector.rules.ts';

registerEnumType(NetworkSector, {
  name: 'NetworkSector',
  description: 'What volunteers do at home.',
  valuesConfig: {
    SOCIAL: { description: 'Help for people: the old, children, families, people with disabilities.' },
    ENVIRONMENT: { description: 'Nature and animals.' },
    CULTURE: { description: 'Culture, history and sights.' },
    EDUCATION: { description: 'Teaching and mentoring.' },
    HEALTH: { description: 'Health, and blood donation.' },
    RESCUE: { description: 'Search and rescue, and help after disasters.' },
    SPORT: { description: 'Sport events and movement.' },
  },
});

export { NetworkSector };
