import { byLoader } from '../../shared/graph/federated-schema.ts';
import type { ServicePart } from '../../shared/service-part.ts';
import type { ForumContext } from '../context.ts';
import { AnnouncementSchema } from './announcement/announcement.entity.ts';
import { AnnouncementResolver, EditionAnnouncementsResolver } from './announcement/announcement.resolver.ts';
import { AnnouncementType } from './announcement/announcement.types.ts';
import { mailAnnouncement } from './announcement/mail-announcement.ts';
import { registrationsExportFile } from './export/download-registrations-export.ts';
import { exportUpkeep } from './export/export-upkeep.ts';
import { RegistrationsExportSchema } from './export/registrations-export.entity.ts';
import { REGISTRATION_EXPORTS, RegistrationsExportResolver } from './export/registrations-export.resolver.ts';
import { RegistrationsExportType } from './export/registrations-export.types.ts';
import { writeRegistrationsExport } from './export/write-registrations-export.ts';
import { RegistrationListResolver } from './list/registration-list.resolver.ts';
import { announces, runsEdition } from './organisers.rules.ts';

/** The organisers' desk: lists, totals, exports and announcements. */
export const organisersPart: ServicePart<ForumContext> = {
  entities: [RegistrationsExportSchema, AnnouncementSchema],
  resolvers: [
    RegistrationListResolver,
    RegistrationsExportResolver,
    AnnouncementResolver,
    EditionAnnouncementsResolver,
  ],
  references: {
    RegistrationsExport: byLoader(
      'id',
      ({ loaders }) => loaders.registrationsExportById,
      (row, { viewer, now }) =>
        runsEdition(viewer, row.edition_id) ? new RegistrationsExportType(row, null, now()) : null,
    ),
    Announcement: byLoader(
      'id',
      ({ loaders }) => loaders.announcementById,
      (row, { viewer }) => (announces(viewer, row.edition_id) ? new AnnouncementType(row) : null),
    ),
  },
  handlers: { AnnouncementMailingDue: mailAnnouncement, RegistrationsExportRequested: writeRegistrationsExport },
  files: { [REGISTRATION_EXPORTS]: registrationsExportFile },
  upkeep: [exportUpkeep],
};
