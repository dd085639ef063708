import type { ServiceContext } from '../shared/service.ts';
import { type CountryLoaders, countryLoaders } from './country/country.loaders.ts';
import { type CredentialsLoaders, credentialsLoaders } from './credentials/credentials.loaders.ts';
import { type DelegationLoaders, delegationLoaders } from './delegation/delegation.loaders.ts';
import {
  type EditionCalendarLoaders,
  editionCalendarLoaders,
} from './delegation/edition-calendar/edition-calendar.loaders.ts';
import { type FocalPointLoaders, focalPointLoaders } from './delegation/focal-point/focal-point.loaders.ts';
import { type NoteVerbaleLoaders, noteVerbaleLoaders } from './delegation/note-verbale/note-verbale.loaders.ts';
import { type NominationLoaders, nominationLoaders } from './nomination/nomination.loaders.ts';
import { type WaiverLoaders, waiverLoaders } from './nomination/waiver/waiver.loaders.ts';
import { type ParticipantLoaders, participantLoaders } from './participant/participant.loaders.ts';
import { type ProtocolLoaders, protocolLoaders } from './protocol/protocol.loaders.ts';
import { type ReminderLoaders, reminderLoaders } from './reminder/reminder.loaders.ts';

export interface DelegationsContext extends ServiceContext {
  readonly loaders: CountryLoaders &
    CredentialsLoaders &
    DelegationLoaders &
    EditionCalendarLoaders &
    FocalPointLoaders &
    NoteVerbaleLoaders &
    NominationLoaders &
    ParticipantLoaders &
    ProtocolLoaders &
    ReminderLoaders &
    WaiverLoaders;
}

export function delegationsContext(base: ServiceContext): DelegationsContext {
  const { read } = base;
  return Object.assign(base, {
    loaders: {
      ...countryLoaders(read),
      ...credentialsLoaders(read),
      ...delegationLoaders(read),
      ...editionCalendarLoaders(read),
      ...focalPointLoaders(read),
      ...noteVerbaleLoaders(read),
      ...nominationLoaders(read),
      ...participantLoaders(read),
      ...protocolLoaders(read),
      ...reminderLoaders(read),
      ...waiverLoaders(read),
    },
  });
}
