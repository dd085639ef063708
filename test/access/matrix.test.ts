import { readFileSync } from 'node:fs';
import { buildSchema, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namedId } from '../../services/shared/ids.ts';
import { openPortal, type Portal } from '../support/portal.ts';

/** Everyone the portal knows, from nobody in particular to the administrator. `system` is a partner's, of Kenya. */
const VIEWERS = [
  'anyone',
  'participant',
  'volunteer',
  'focal-point.kg',
  'accreditation',
  'desk',
  'host.ke',
  'partner.ke',
  'system',
  'placements',
  'admin',
] as const;
type ViewerName = (typeof VIEWERS)[number];
type Outcome = 'allowed' | 'UNAUTHENTICATED' | 'FORBIDDEN';

const everyone: readonly ViewerName[] = VIEWERS;
const people = VIEWERS.filter((viewer) => viewer !== 'anyone' && viewer !== 'system');
const administrators: readonly ViewerName[] = ['admin'];
/** Whoever speaks for Kenya, and whoever runs placements besides. */
const speakers: readonly ViewerName[] = ['partner.ke', 'system'];
const placing: readonly ViewerName[] = [...speakers, 'placements', 'admin'];
const atDesk: readonly ViewerName[] = ['desk', 'admin'];
const placers: readonly ViewerName[] = ['placements', 'admin'];

interface Row {
  readonly ask: string;
  readonly variables?: (known: Known) => object;
  /** Where the field's own answer or refusal stands in the result. */
  readonly allowed: readonly ViewerName[];
  /** Who is told to sign in rather than that they may not; whoever is not signed in when absent. */
  readonly unauthenticated?: readonly ViewerName[];
}

interface Known {
  readonly participantId: string;
  readonly editionId: string;
}

const EDITION_ID = namedId('forum_edition', '2026');
const PARTICIPANT = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Person';
const participant = ({ participantId }: Known) => ({ ids: [participantId] });
const notPeople: readonly ViewerName[] = ['anyone', 'system'];

/** A row for each root field and each field with a rule of its own. Inputs are such that nothing is changed. */
const MATRIX: Readonly<Record<string, Row>> = {
  'Mutation.advanceApplication': {
    ask: 'mutation { advanceApplication(input: { applicationId: "none", to: LONGLISTED }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.advanceApplications': {
    ask: 'mutation { advanceApplications(input: { applicationIds: [], to: LONGLISTED }) { __typename } }',
    allowed: placers,
  },
  'Mutation.rankReserve': {
    ask: 'mutation { rankReserve(input: { openingId: "none", applicationIds: [] }) { __typename } }',
    allowed: placers,
  },
  'Mutation.declareInterest': {
    ask: 'mutation { declareInterest(input: { applicationId: "none", hasConflict: true }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.assessApplication': {
    ask: `mutation { assessApplication(
      input: { applicationId: "none", method: TEST, score: 9, recommendation: REJECT }
    ) { __typename } }`,
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.markNotToBeAssessed': {
    ask: 'mutation { markNotToBeAssessed(input: { applicationId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.recordClearance': {
    ask: 'mutation { recordClearance(input: { applicationId: "none", kind: MEDICAL, status: WAIVED }) { __typename } }',
    allowed: placers,
  },
  'Mutation.requestClearances': {
    ask: 'mutation { requestClearances(input: { applicationId: "none" }) { __typename } }',
    allowed: placers,
  },
  'Mutation.offerPlacement': {
    ask: 'mutation { offerPlacement(input: { applicationId: "none" }) { __typename } }',
    allowed: placers,
  },
  'Mutation.acceptPlacement': {
    ask: 'mutation { acceptPlacement(input: { offerId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.declinePlacement': {
    ask: 'mutation { declinePlacement(input: { offerId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.rescindOffer': {
    ask: 'mutation { rescindOffer(input: { offerId: "none", reason: " " }) { __typename } }',
    allowed: placers,
  },
  'Mutation.nominateDelegates': {
    ask: 'mutation { nominateDelegates(input: { delegationId: "none", errorPolicy: REJECT_EVERYTHING, nominees: [] }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.nominateDelegatesFromCsv': {
    ask: 'mutation { nominateDelegatesFromCsv(input: { delegationId: "none", errorPolicy: REJECT_EVERYTHING, csv: "" }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.confirmNomination': {
    ask: 'mutation { confirmNomination(input: { nominationId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.withdrawNomination': {
    ask: 'mutation { withdrawNomination(input: { nominationId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.substituteDelegate': {
    ask: 'mutation { substituteDelegate(input: { nominationId: "none", reason: "?", successor: { email: "nobody@none.example", category: DELEGATE, role: DELEGATE } }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.verifyCredentials': {
    ask: 'mutation { verifyCredentials(input: { nominationId: "none", decision: APPROVE, checklist: [] }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.takeCredentials': {
    ask: 'mutation { takeCredentials(input: { nominationId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.releaseCredentials': {
    ask: 'mutation { releaseCredentials(input: { nominationId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.resubmitNomination': {
    ask: 'mutation { resubmitNomination(input: { nominationId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.reviewDelegation': {
    ask: 'mutation { reviewDelegation(input: { delegationId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.decideDelegation': {
    ask: 'mutation { decideDelegation(input: { delegationId: "none", decision: ACCREDIT }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Query.credentialsQueue': {
    ask: 'query ($id: ID!) { credentialsQueue(editionId: $id) { totalCount } }',
    variables: () => ({ id: EDITION_ID }),
    allowed: ['accreditation', 'admin'],
  },
  'Mutation.waiveSubstitutionLimit': {
    ask: 'mutation { waiveSubstitutionLimit(input: { nominationId: "none", reason: "?" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.appointHead': {
    ask: 'mutation { appointHead(input: { nominationId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.promoteAlternate': {
    ask: 'mutation { promoteAlternate(input: { nominationId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Delegation.nominations': {
    ask: 'query ($id: ID!) { delegation(id: $id) { nominations(first: 1) { nodes { id } } } }',
    variables: () => ({ id: namedId('delegation', '2026/KG') }),
    allowed: ['focal-point.kg', 'accreditation', 'admin'],
  },
  'Person.nominations': {
    ask: `${PARTICIPANT} { nominations(first: 1) { nodes { id } } } } }`,
    variables: participant,
    allowed: ['participant'],
  },
  'Mutation.applyToOpening': {
    ask: 'mutation { applyToOpening(input: { openingId: "none", motivation: "?", availableFrom: "2026-01-01", languages: [], skills: [], birthDate: "2000-01-01", citizenship: "KZ" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.withdrawApplication': {
    ask: 'mutation { withdrawApplication(input: { applicationId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.confirmTerms': {
    ask: 'mutation { confirmTerms(input: { applicationId: "none", termsVersion: 1 }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Opening.applications': {
    ask: 'query ($id: ID!) { opening(id: $id) { applications { totalCount } } }',
    variables: () => ({ id: namedId('opening', 'demo/KE/teaching') }),
    allowed: ['host.ke', 'placements', 'admin'],
  },
  'Opening.eligibility': {
    ask: 'query ($id: ID!) { opening(id: $id) { eligibility { eligible } } }',
    variables: () => ({ id: namedId('opening', 'demo/KE/teaching') }),
    allowed: people,
    unauthenticated: notPeople,
  },
  'Person.applications': {
    ask: `${PARTICIPANT} { applications(first: 1) { nodes { id } } } } }`,
    variables: participant,
    allowed: ['participant', 'placements', 'admin'],
  },
  'Person.deployments': {
    ask: `${PARTICIPANT} { deployments(first: 1) { nodes { id } } } } }`,
    variables: participant,
    allowed: ['participant', 'placements', 'admin'],
  },
  'Mutation.createProgramme': {
    ask: 'mutation { createProgramme(input: { name: [], year: 1, funding: FULL, hostCountries: [] }) { __typename } }',
    allowed: placers,
  },
  'Mutation.changeProgramme': {
    ask: 'mutation { changeProgramme(input: { programmeId: "none" }) { __typename } }',
    allowed: placers,
  },
  'Mutation.moveProgramme': {
    ask: 'mutation { moveProgramme(input: { programmeId: "none", to: OPEN }) { __typename } }',
    allowed: placers,
  },
  'Mutation.proposeHost': {
    ask: 'mutation { proposeHost(input: { name: "", country: "KE", timeZone: "Africa/Nairobi" }) { __typename } }',
    allowed: placers,
  },
  'Mutation.reviewHost': {
    ask: 'mutation { reviewHost(input: { hostOrganisationId: "none" }) { __typename } }',
    allowed: placers,
  },
  'Mutation.reinstateHost': {
    ask: 'mutation { reinstateHost(input: { hostOrganisationId: "none" }) { __typename } }',
    allowed: placers,
  },
  'Mutation.suspendHost': {
    ask: 'mutation { suspendHost(input: { hostOrganisationId: "none", reason: "?" }) { __typename } }',
    allowed: placers,
  },
  'Mutation.withdrawAccreditation': {
    ask: 'mutation { withdrawAccreditation(input: { hostOrganisationId: "none", reason: "?" }) { __typename } }',
    allowed: placers,
  },
  'Mutation.accreditHost': {
    ask: 'mutation { accreditHost(input: { hostOrganisationId: "none", validFrom: "2026-01-01", validUntil: "2027-01-01" }) { __typename } }',
    allowed: placers,
  },
  'Mutation.renewAccreditation': {
    ask: 'mutation { renewAccreditation(input: { hostOrganisationId: "none", validUntil: "2027-01-01" }) { __typename } }',
    allowed: placers,
  },
  'Mutation.publishOpening': {
    ask: 'mutation { publishOpening(input: { openingId: "none" }) { __typename } }',
    allowed: placers,
  },
  'Mutation.closeOpening': {
    ask: 'mutation { closeOpening(input: { openingId: "none" }) { __typename } }',
    allowed: placers,
  },
  'Mutation.beginSelection': {
    ask: 'mutation { beginSelection(input: { openingId: "none" }) { __typename } }',
    allowed: placers,
  },
  'Mutation.concludeOpening': {
    ask: 'mutation { concludeOpening(input: { openingId: "none" }) { __typename } }',
    allowed: placers,
  },
  'Mutation.returnOpening': {
    ask: 'mutation { returnOpening(input: { openingId: "none", reason: "?" }) { __typename } }',
    allowed: placers,
  },
  'Mutation.cancelOpening': {
    ask: 'mutation { cancelOpening(input: { openingId: "none", reason: "?" }) { __typename } }',
    allowed: placers,
  },
  'Mutation.draftOpening': {
    ask: 'mutation ($host: ID!) { draftOpening(input: { programmeId: "none", hostOrganisationId: $host, title: [], sector: RESCUE, city: "", startsOn: "2026-01-01", endsOn: "2026-01-02", applicationDeadline: "2025-01-01T00:00:00Z", positions: 1 }) { __typename } }',
    variables: () => ({ host: namedId('host_organisation', 'demo/KE') }),
    allowed: ['host.ke', 'placements', 'admin'],
  },
  'Mutation.changeOpening': {
    ask: 'mutation { changeOpening(input: { openingId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.submitOpening': {
    ask: 'mutation { submitOpening(input: { openingId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.duplicateOpening': {
    ask: 'mutation { duplicateOpening(input: { openingId: "none", startsOn: "2026-01-01", endsOn: "2026-01-02", applicationDeadline: "2025-01-01T00:00:00Z" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Programme.budget': {
    ask: '{ programmes(first: 1) { nodes { budget { amount } } } }',
    allowed: placers,
  },
  'Query.hostOrganisation': { ask: '{ hostOrganisation(id: "none") { id } }', allowed: everyone },
  'Query.hostOrganisations': { ask: '{ hostOrganisations(first: 1) { nodes { id } } }', allowed: everyone },
  'Mutation.makeReady': {
    ask: 'mutation { makeReady(input: { deploymentId: "none" }) { __typename } }',
    allowed: ['placements', 'admin'],
  },
  'Mutation.orderTravel': {
    ask: 'mutation { orderTravel(input: { deploymentId: "none" }) { __typename } }',
    allowed: ['placements', 'admin'],
  },
  'Mutation.takeReadinessBack': {
    ask: 'mutation { takeReadinessBack(input: { deploymentId: "none", reason: "?" }) { __typename } }',
    allowed: ['placements', 'admin'],
  },
  'Mutation.suspendDeployment': {
    ask: 'mutation { suspendDeployment(input: { deploymentId: "none", reason: "?" }) { __typename } }',
    allowed: ['placements', 'admin'],
  },
  'Mutation.resumeDeployment': {
    ask: 'mutation { resumeDeployment(input: { deploymentId: "none" }) { __typename } }',
    allowed: ['placements', 'admin'],
  },
  'Mutation.extendDeployment': {
    ask: 'mutation { extendDeployment(input: { deploymentId: "none", until: "2027-01-01", reason: "?" }) { __typename } }',
    allowed: ['placements', 'admin'],
  },
  'Mutation.recordInsuranceCover': {
    ask: 'mutation { recordInsuranceCover(input: { deploymentId: "none", from: "2027-01-01", until: "2027-01-02", insurer: "?" }) { __typename } }',
    allowed: ['placements', 'admin'],
  },
  'Mutation.endDeployment': {
    ask: 'mutation { endDeployment(input: { deploymentId: "none", ending: RESIGNED, on: "2026-01-01", reason: "?" }) { __typename } }',
    allowed: ['placements', 'admin'],
  },
  'Mutation.confirmEntryOnDuty': {
    ask: 'mutation { confirmEntryOnDuty(input: { deploymentId: "none", on: "2026-01-01" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.recordLeave': {
    ask: 'mutation { recordLeave(input: { deploymentId: "none", from: "2026-01-01", until: "2026-01-02" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.endLeave': {
    ask: 'mutation { endLeave(input: { deploymentId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.beginEnding': {
    ask: 'mutation { beginEnding(input: { deploymentId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.cancelDeployment': {
    ask: 'mutation { cancelDeployment(input: { deploymentId: "none", reason: "?" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.tickCompletionItem': {
    ask: 'mutation { tickCompletionItem(input: { deploymentId: "none", item: WORK_HANDED_OVER }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Query.deployments': { ask: '{ deployments(first: 1) { nodes { id } } }', allowed: ['placements', 'admin'] },
  'Query.deploymentAlerts': {
    ask: '{ deploymentAlerts(first: 1) { nodes { id } } }',
    allowed: ['placements', 'admin'],
  },
  'HostOrganisation.deployments': {
    ask: 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on HostOrganisation { deployments(first: 1) { nodes { id } } } } }',
    variables: () => ({ ids: [namedId('host_organisation', 'demo/KE')] }),
    allowed: ['host.ke', 'placements', 'admin'],
  },
  'Country.deployments': {
    ask: '{ country(code: "KE") { deployments(first: 1) { nodes { id } } } }',
    allowed: placing,
  },
  'Query.placementChanges': { ask: '{ placementChanges(country: "KE") { nodes { id } } }', allowed: placing },
  'Query.webhooks': { ask: '{ webhooks(country: "KE") { nodes { id } } }', allowed: placing },
  'Mutation.registerWebhook': {
    ask: 'mutation { registerWebhook(input: { country: "KE", url: "?", events: [] }) { __typename } }',
    allowed: speakers,
  },
  'Mutation.pauseWebhook': {
    ask: 'mutation { pauseWebhook(input: { webhookId: "none" }) { __typename } }',
    allowed: speakers,
  },
  'Mutation.resumeWebhook': {
    ask: 'mutation { resumeWebhook(input: { webhookId: "none" }) { __typename } }',
    allowed: speakers,
  },
  'Mutation.removeWebhook': {
    ask: 'mutation { removeWebhook(input: { webhookId: "none" }) { __typename } }',
    allowed: speakers,
  },
  'Mutation.rotateWebhookSecret': {
    ask: 'mutation { rotateWebhookSecret(input: { webhookId: "none" }) { __typename } }',
    allowed: speakers,
  },
  'Mutation.testWebhook': {
    ask: 'mutation { testWebhook(input: { webhookId: "none" }) { __typename } }',
    allowed: speakers,
  },
  'Mutation.replayDelivery': {
    ask: 'mutation { replayDelivery(input: { deliveryId: "none" }) { __typename } }',
    allowed: speakers,
  },
  'Mutation.replayWebhook': {
    ask: 'mutation { replayWebhook(input: { webhookId: "none", since: "2020-01-01T00:00:00Z" }) { __typename } }',
    allowed: speakers,
  },
  'Query.apiClients': { ask: '{ apiClients { nodes { id } } }', allowed: administrators },
  'Query.auditTrail': { ask: '{ auditTrail(subject: "none") { nodes { id } } }', allowed: administrators },
  'Query.callCentre': { ask: '{ callCentre { phone } }', allowed: everyone },
  'Query.country': { ask: '{ country(code: "KZ") { code } }', allowed: everyone },
  'Mutation.setReminderDays': {
    ask: 'mutation { setReminderDays(input: { editionId: "none", deadline: NOMINATION, daysBefore: [] }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.setPrecedence': {
    ask: 'mutation { setPrecedence(input: { editionId: "none" }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.orderDelegation': {
    ask: 'mutation ($id: ID!) { orderDelegation(input: { delegationId: $id, nominationIds: ["none"] }) { __typename } }',
    variables: () => ({ id: namedId('delegation', '2026/KG') }),
    allowed: ['focal-point.kg', 'admin'],
  },
  'ForumEdition.delegationReminders': {
    ask: '{ forumEdition(year: 2026) { delegationReminders { daysBefore } } }',
    allowed: ['accreditation', 'admin'],
  },
  'ForumEdition.delegationsInPrecedence': {
    ask: '{ forumEdition(year: 2026) { delegationsInPrecedence { id } } }',
    allowed: ['accreditation', 'admin'],
  },
  'ForumEdition.protocolListUrl': {
    ask: '{ forumEdition(year: 2026) { protocolListUrl } }',
    allowed: ['accreditation', 'admin'],
  },
  'Query.delegation': { ask: '{ delegation(id: "delegation_0") { id } }', allowed: everyone },
  'Mutation.inviteDelegation': {
    ask: 'mutation { inviteDelegation(input: { editionId: "none", country: "KZ", partyType: MEMBER, quotas: [] }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.changeQuota': {
    ask: 'mutation { changeQuota(input: { delegationId: "none", category: PRESS, allocated: 1 }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.uploadNoteVerbale': {
    ask: 'mutation { uploadNoteVerbale(input: { delegationId: "none", fileName: "?", content: "" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.designateFocalPoint': {
    ask: 'mutation { designateFocalPoint(input: { delegationId: "none", noteVerbaleId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.confirmFocalPoint': {
    ask: 'mutation { confirmFocalPoint(input: { focalPointId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.removeFocalPoint': {
    ask: 'mutation { removeFocalPoint(input: { focalPointId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.submitDelegation': {
    ask: 'mutation { submitDelegation(input: { delegationId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.declineInvitation': {
    ask: 'mutation { declineInvitation(input: { delegationId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.withdrawDelegation': {
    ask: 'mutation { withdrawDelegation(input: { delegationId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Query.erasure': { ask: '{ erasure(id: "erasure_0") { id } }', allowed: people, unauthenticated: notPeople },
  'Query.forumEdition': { ask: '{ forumEdition(year: 2026) { id } }', allowed: everyone },
  'Query.forumEditions': { ask: '{ forumEditions { nodes { id } } }', allowed: everyone },
  'Query.campaigns': { ask: '{ campaigns(year: 2025) { deeds } }', allowed: everyone },
  'Query.deed': { ask: '{ deed(id: "deed_0") { id } }', allowed: everyone },
  'Query.deeds': { ask: '{ deeds { totalCount } }', allowed: everyone },
  'Query.organisation': { ask: '{ organisation(id: "organisation_0") { id } }', allowed: everyone },
  'Query.organisations': { ask: '{ organisations { totalCount } }', allowed: everyone },
  'Query.project': { ask: '{ project(id: "project_0") { id } }', allowed: everyone },
  'Query.projects': { ask: '{ projects { totalCount } }', allowed: everyone },
  'Query.smallGrants': { ask: '{ smallGrants { totalCount } }', allowed: everyone },
  'Query.volunteerRecord': { ask: '{ volunteerRecord(slug: "none") { hours } }', allowed: everyone },
  'Mutation.createCampaign': {
    ask: 'mutation { createCampaign(input: { year: 2026, name: [], sectors: [] }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.moderateDeed': {
    ask: 'mutation { moderateDeed(input: { deedId: "none", decision: APPROVED }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.moderateOrganisation': {
    ask: 'mutation { moderateOrganisation(input: { organisationId: "none", decision: APPROVED }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.moderateProject': {
    ask: 'mutation { moderateProject(input: { projectId: "none", decision: APPROVED }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.decideGrant': {
    ask: 'mutation { decideGrant(input: { grantId: "none", decision: APPROVED }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.fileDeed': {
    ask: 'mutation { fileDeed(input: { campaignId: "none", on: "2026-01-01", regionCode: "KZ-75", place: "?", sector: SOCIAL, participants: 1 }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.withdrawDeed': {
    ask: 'mutation { withdrawDeed(input: { deedId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.submitOrganisation': {
    ask: 'mutation { submitOrganisation(input: { name: [], regionCode: "?", sector: SOCIAL }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.correctOrganisation': {
    ask: 'mutation { correctOrganisation(input: { organisationId: "none", name: [], regionCode: "?", sector: SOCIAL }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.closeOrganisation': {
    ask: 'mutation { closeOrganisation(input: { organisationId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.addRepresentative': {
    ask: 'mutation { addRepresentative(input: { organisationId: "none", personId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.removeRepresentative': {
    ask: 'mutation { removeRepresentative(input: { organisationId: "none", personId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.submitProject': {
    ask: 'mutation { submitProject(input: { organisationId: "none", title: [], regionCode: "?", sector: SOCIAL, startsOn: "2026-01-01", endsOn: "2026-01-01" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.correctProject': {
    ask: 'mutation { correctProject(input: { projectId: "none", title: [], regionCode: "?", sector: SOCIAL, startsOn: "2026-01-01", endsOn: "2026-01-01" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.startProject': {
    ask: 'mutation { startProject(input: { projectId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.closeProject': {
    ask: 'mutation { closeProject(input: { projectId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.cancelProject': {
    ask: 'mutation { cancelProject(input: { projectId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.applyForGrant': {
    ask: 'mutation { applyForGrant(input: { projectId: "none", amount: { minorUnits: 0, currency: "?" }, purpose: [] }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.reportGrant': {
    ask: 'mutation { reportGrant(input: { grantId: "none", report: " ", result: [] }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.joinProject': {
    ask: 'mutation { joinProject(input: { projectId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.leaveProject': {
    ask: 'mutation { leaveProject(input: { projectId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.recordHours': {
    ask: 'mutation { recordHours(input: { projectId: "none", on: "2026-01-01", minutes: 0 }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.verifyHours': {
    ask: 'mutation { verifyHours(input: { hoursIds: [] }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.rejectHours': {
    ask: 'mutation { rejectHours(input: { hoursIds: [], reason: " " }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.withdrawHours': {
    ask: 'mutation { withdrawHours(input: { hoursIds: [] }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.publishVolunteerRecord': {
    ask: 'mutation { publishVolunteerRecord(input: { consentVersion: " " }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.withdrawVolunteerRecord': {
    ask: 'mutation { withdrawVolunteerRecord { record { hours } } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Person.filedDeeds': {
    ask: `${PARTICIPANT} { filedDeeds { totalCount } } } }`,
    variables: participant,
    allowed: ['participant'],
  },
  'Person.participations': {
    ask: `${PARTICIPANT} { participations { totalCount } } } }`,
    variables: participant,
    allowed: ['participant'],
  },
  'Person.representedOrganisations': {
    ask: `${PARTICIPANT} { representedOrganisations { id } } } }`,
    variables: participant,
    allowed: ['participant'],
  },
  'Person.volunteerHours': {
    ask: `${PARTICIPANT} { volunteerHours { totalCount } } } }`,
    variables: participant,
    allowed: ['participant'],
  },
  'Person.volunteerRecord': {
    ask: `${PARTICIPANT} { volunteerRecord { hours } } } }`,
    variables: participant,
    allowed: ['participant'],
  },
  'Query.frontOffices': { ask: '{ frontOffices(region: "KZ-75") { id } }', allowed: everyone },
  'Query.impactFigureDefinitions': { ask: '{ impactFigureDefinitions { key } }', allowed: everyone },
  'Query.impactFigures': { ask: '{ impactFigures(year: 2025) { key } }', allowed: everyone },
  'Query.internationalYear': { ask: '{ internationalYear(year: 2026) { year } }', allowed: everyone },
  'Query.me': { ask: '{ me { id } }', allowed: everyone },
  'Query.node': { ask: '{ node(id: "delegation_0") { id } }', allowed: everyone },
  'Query.nodes': { ask: '{ nodes(ids: []) { id } }', allowed: everyone },
  'Query.opening': { ask: '{ opening(id: "opening_0") { id } }', allowed: everyone },
  'Query.deployment': { ask: '{ deployment(id: "deployment_0") { id } }', allowed: everyone },
  'Query.certificate': { ask: '{ certificate(number: "ERK-0000-0000-0000") { number } }', allowed: everyone },
  'Mutation.revokeCertificate': {
    ask: 'mutation { revokeCertificate(input: { number: "none", reason: "issued in error" }) { __typename } }',
    allowed: ['placements', 'admin'],
  },
  'Query.dutyReports': { ask: '{ dutyReports { nodes { id } } }', allowed: ['placements', 'admin'] },
  'Query.incidents': { ask: '{ incidents { nodes { id } } }', allowed: ['placements', 'admin'] },
  'Mutation.saveReportDraft': {
    ask: 'mutation { saveReportDraft(input: { reportId: "none", text: "?" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.fileReport': {
    ask: 'mutation { fileReport(input: { reportId: "none", text: "?" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.returnReport': {
    ask: 'mutation { returnReport(input: { reportId: "none", note: "?" }) { __typename } }',
    allowed: ['placements', 'admin'],
  },
  'Mutation.acceptReport': {
    ask: 'mutation { acceptReport(input: { reportId: "none" }) { __typename } }',
    allowed: ['placements', 'admin'],
  },
  'Mutation.amendReport': {
    ask: 'mutation { amendReport(input: { reportId: "none", text: "?" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.fileIncident': {
    ask: 'mutation { fileIncident(input: { deploymentId: "none", text: "?", severity: MINOR }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Query.openings': { ask: '{ openings { nodes { id } } }', allowed: everyone },
  'Query.programmes': { ask: '{ programmes { nodes { id } } }', allowed: everyone },
  'Query.people': {
    ask: '{ people(search: "nobody at all") { nodes { id } } }',
    allowed: ['accreditation', 'desk', 'placements', 'admin'],
  },
  'Query.suggestedNextHost': { ask: '{ suggestedNextHost { code } }', allowed: administrators },
  'Query.segments': { ask: '{ segments { segment } }', allowed: everyone },
  'Query.registrationGroup': {
    ask: '{ registrationGroup(id: "none") { id } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Query.suggestLatinName': {
    ask: '{ suggestLatinName(family: "Ким", given: "Ли", language: "ru") { table } }',
    allowed: everyone,
  },
  'Mutation.acceptSeatOffer': {
    ask: 'mutation { acceptSeatOffer(input: { seatOfferId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.reviewRegistration': {
    ask: 'mutation { reviewRegistration(input: { registrationId: "none", decision: APPROVE }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.changeRegistration': {
    ask: 'mutation { changeRegistration(input: { registrationId: "none", consents: [] }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.recordTravelDetails': {
    ask: 'mutation { recordTravelDetails(input: { registrationId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.settleDuplicate': {
    ask: 'mutation { settleDuplicate(input: { keptId: "none", otherId: "none", areDuplicates: false }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.extendRegistrationDeadline': {
    ask: `mutation ($id: ID!) { extendRegistrationDeadline(
      input: { editionId: $id, personId: "none", until: "2020-01-01T00:00:00Z" }
    ) { __typename } }`,
    variables: ({ editionId }) => ({ id: editionId }),
    allowed: ['accreditation', 'admin'],
  },
  'ForumEdition.duplicateProposals': {
    ask: '{ forumEdition(year: 2026) { duplicateProposals { nodes { registrations { id } } } } }',
    allowed: ['accreditation', 'admin'],
  },
  'Mutation.declineSeatOffer': {
    ask: 'mutation { declineSeatOffer(input: { seatOfferId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.withdrawRegistration': {
    ask: 'mutation { withdrawRegistration(input: { registrationId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.changeCapacity': {
    ask: 'mutation { changeCapacity(input: { editionId: "none", capacity: 1 }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.changeEditionStatus': {
    ask: 'mutation { changeEditionStatus(input: { editionId: "none", to: CANCELLED }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.changeForumEdition': {
    ask: 'mutation { changeForumEdition(input: { editionId: "none" }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.createForumEdition': {
    ask: `mutation { createForumEdition(input: {
      year: 1990, title: [], hostCountry: "FR", city: [], timeZone: "Europe/Paris", capacity: -1, waitlistLimit: -1,
      seatOfferHours: 0, startsAt: "2030-01-01T00:00:00Z", endsAt: "2030-01-01T00:00:00Z",
      registrationOpensAt: "2030-01-01T00:00:00Z", registrationClosesAt: "2030-01-01T00:00:00Z"
    }) { __typename } }`,
    allowed: administrators,
  },
  'Mutation.bookSession': {
    ask: 'mutation { bookSession(input: { idempotencyKey: "none", sessionId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.cancelBooking': {
    ask: 'mutation { cancelBooking(input: { bookingId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.acceptBookingOffer': {
    ask: 'mutation { acceptBookingOffer(input: { bookingId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.declineBookingOffer': {
    ask: 'mutation { declineBookingOffer(input: { bookingId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.createCalendarSubscription': {
    ask: 'mutation { createCalendarSubscription(input: { registrationId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.revokeCalendarSubscription': {
    ask: 'mutation { revokeCalendarSubscription(input: { registrationId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.issueBadge': {
    ask: 'mutation { issueBadge(input: { registrationId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.activateBadge': {
    ask: `mutation { activateBadge(
      input: { serial: "none", idCheck: { kind: PASSPORT, checked: true } }
    ) { __typename } }`,
    allowed: atDesk,
  },
  'Mutation.reportBadgeLost': {
    ask: 'mutation { reportBadgeLost(input: { serial: "none" }) { __typename } }',
    allowed: atDesk,
  },
  'Mutation.reissueBadge': {
    ask: 'mutation { reissueBadge(input: { serial: "none" }) { __typename } }',
    allowed: atDesk,
  },
  'Mutation.revokeBadge': {
    ask: 'mutation { revokeBadge(input: { serial: "none", reason: "to try it out" }) { __typename } }',
    allowed: atDesk,
  },
  'Mutation.rotateBadgeKey': {
    ask: 'mutation { rotateBadgeKey(input: { reason: " " }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.recordScans': {
    ask: `mutation { recordScans(
      input: { editionId: "forum_edition_7avc3snfddgwt9a37psz7pvny3", scans: [] }
    ) { __typename } }`,
    allowed: atDesk,
  },
  'Mutation.undoScan': {
    ask: 'mutation { undoScan(input: { nonce: "none", scanId: "none" }) { __typename } }',
    allowed: atDesk,
  },
  'Mutation.resolveScanConflict': {
    ask: 'mutation { resolveScanConflict(input: { scanId: "none", note: TEST_SCAN }) { __typename } }',
    allowed: atDesk,
  },
  'ForumEdition.zonePresence': {
    ask: '{ forumEdition(year: 2026) { zonePresence { inside } } }',
    allowed: atDesk,
  },
  'ForumEdition.scanConflicts': {
    ask: '{ forumEdition(year: 2026) { scanConflicts { nodes { id } } } }',
    allowed: atDesk,
  },
  'ForumEdition.scansUrl': {
    ask: '{ forumEdition(year: 2026) { scansUrl } }',
    allowed: atDesk,
  },
  'Registration.badge': {
    ask: `${PARTICIPANT} { registrations { nodes { badge { id } } } } } }`,
    variables: participant,
    allowed: ['participant'],
  },
  'Mutation.createApiClient': {
    ask: 'mutation { createApiClient(input: { name: " ", country: "KE" }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.defineImpactFigure': {
    ask: 'mutation { defineImpactFigure(input: { key: "?", label: [], unit: DEEDS }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.defineSegment': {
    ask: `mutation { defineSegment(
      input: { segment: YOUTH, minimumAge: -1, from: "2099-01-01", description: [] }
    ) { __typename } }`,
    allowed: administrators,
  },
  'Mutation.deleteIdentityDocument': {
    ask: 'mutation { deleteIdentityDocument(input: { documentId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.grantRole': {
    ask: 'mutation { grantRole(input: { email: "nobody@else.example", role: ADMINISTRATOR }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.recordImpactFigure': {
    ask: `mutation { recordImpactFigure(input: {
      key: "?", year: 2025, value: -1, qualifier: EXACT, asOf: "2025-12-31",
      period: { from: "2025-01-01", until: "2025-12-31" }
    }) { __typename } }`,
    allowed: administrators,
  },
  'Mutation.recordIdentityDocument': {
    ask: `mutation { recordIdentityDocument(
      input: { kind: PASSPORT, issuingCountry: "KZ", number: "?", expiresOn: "2020-01-01" }
    ) { __typename } }`,
    allowed: people,
    unauthenticated: notPeople,
  },
  'ForumEdition.invitationLetters': {
    ask: '{ forumEdition(year: 2026) { invitationLetters { nodes { id } } } }',
    allowed: ['desk', 'admin'],
  },
  'Query.invitationLetterVerification': {
    ask: '{ invitationLetterVerification(number: "none", code: "none") { number } }',
    allowed: everyone,
  },
  'Query.attendanceCertificateVerification': {
    ask: '{ attendanceCertificateVerification(number: "none", code: "none") { number } }',
    allowed: everyone,
  },
  'Mutation.requestInvitationLetter': {
    ask: 'mutation { requestInvitationLetter(input: { registrationId: "none", language: en }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.issueInvitationLetter': {
    ask: `mutation { issueInvitationLetter(
      input: { letterId: "none", signatory: { name: "N", office: "O" } }
    ) { __typename } }`,
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.revokeInvitationLetter': {
    ask: 'mutation { revokeInvitationLetter(input: { letterId: "none", reason: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.issueAttendanceCertificates': {
    ask: 'mutation { issueAttendanceCertificates(input: { editionId: "none" }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.registerForForum': {
    ask: 'mutation { registerForForum(input: { editionId: "none", category: OPEN, consents: [] }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.registerGroup': {
    ask: `mutation { registerGroup(
      input: { editionId: "none", organisation: "None", category: OPEN, errorPolicy: REJECT_EVERYTHING, members: [] }
    ) { __typename } }`,
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.registerGroupFromCsv': {
    ask: `mutation { registerGroupFromCsv(
      input: { editionId: "none", organisation: "None", category: OPEN, errorPolicy: REJECT_EVERYTHING, csv: "" }
    ) { __typename } }`,
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.requestDataExport': {
    ask: 'mutation { requestDataExport(input: { idempotencyKey: " " }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.requestErasure': {
    ask: 'mutation { requestErasure(input: { personId: "none" }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.revealDocumentNumber': {
    ask: 'mutation { revealDocumentNumber(input: { documentId: "none", reason: "to try it out" }) { __typename } }',
    allowed: ['accreditation', 'admin'],
  },
  'Mutation.revokeApiClient': {
    ask: 'mutation { revokeApiClient(input: { apiClientId: "none" }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.revokeGrant': {
    ask: 'mutation { revokeGrant(input: { grantId: "none" }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.updateCallCentre': {
    ask: 'mutation { updateCallCentre(input: { phone: "?", asOf: "2026-01-01" }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.updateFrontOffice': {
    ask: 'mutation { updateFrontOffice(input: { frontOfficeId: "none", phone: "?", asOf: "2026-01-01" }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.updateProfile': {
    ask: 'mutation { updateProfile(input: { displayName: " " }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'ForumEdition.programmeDraft': {
    ask: '{ forumEdition(year: 2026) { programmeDraft { changes { kind } } } }',
    allowed: administrators,
  },
  'Mutation.createRoom': {
    ask: 'mutation { createRoom(input: { editionId: "none", name: [] }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.draftSession': {
    ask: `mutation { draftSession(input: { editionId: "none", title: [], startsAt: "2026-10-01T05:00:00Z", endsAt: "2026-10-01T06:00:00Z", roomId: "none", floorLanguages: [] }) { __typename } }`,
    allowed: administrators,
  },
  'Mutation.changeSessionDraft': {
    ask: `mutation { changeSessionDraft(
      input: { sessionId: "none", expectedVersion: 1, title: [], startsAt: "2026-10-01T05:00:00Z", endsAt: "2026-10-01T06:00:00Z", roomId: "none", floorLanguages: [] }
    ) { __typename } }`,
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.removeSessionDraft': {
    ask: 'mutation { removeSessionDraft(input: { sessionId: "none", expectedVersion: 1 }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.releaseProgramme': {
    ask: 'mutation { releaseProgramme(input: { editionId: "none" }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.moveSession': {
    ask: `mutation { moveSession(input: { sessionId: "none", expectedVersion: 1, startsAt: "2026-10-01T05:00:00Z", endsAt: "2026-10-01T06:00:00Z", roomId: "none" }) { __typename } }`,
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.cancelSession': {
    ask: 'mutation { cancelSession(input: { sessionId: "none", reason: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'ForumEdition.announcements': {
    ask: '{ forumEdition(year: 2026) { announcements { nodes { id } } } }',
    allowed: administrators,
  },
  'ForumEdition.registrations': {
    ask: '{ forumEdition(year: 2026) { registrations { totalCount } } }',
    allowed: ['accreditation', 'desk', 'admin'],
  },
  'ForumEdition.registrationTotals': {
    ask: '{ forumEdition(year: 2026) { registrationTotals { total } } }',
    allowed: ['accreditation', 'desk', 'admin'],
  },
  'Mutation.requestRegistrationsExport': {
    ask: `mutation { requestRegistrationsExport(
      input: { editionId: "${EDITION_ID}", format: CSV, reason: "short" }
    ) { __typename } }`,
    allowed: ['accreditation', 'desk', 'admin'],
  },
  'Mutation.draftAnnouncement': {
    ask: `mutation { draftAnnouncement(input: { editionId: "${EDITION_ID}", subject: [], text: [] }) { __typename } }`,
    allowed: administrators,
  },
  'Mutation.holdAnnouncement': {
    ask: 'mutation { holdAnnouncement(input: { announcementId: "none", expectedVersion: 1 }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.sendAnnouncement': {
    ask: 'mutation { sendAnnouncement(input: { announcementId: "none", expectedVersion: 1 }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.discardAnnouncement': {
    ask: 'mutation { discardAnnouncement(input: { announcementId: "none", expectedVersion: 1 }) { __typename } }',
    allowed: administrators,
  },
  'Person.accountsRecords': {
    ask: `${PARTICIPANT} { accountsRecords { rows } } } }`,
    variables: participant,
    allowed: ['participant'],
  },
  'Person.birthDate': {
    ask: `${PARTICIPANT} { birthDate } } }`,
    variables: participant,
    allowed: ['participant', 'placements', 'admin'],
  },
  'Person.citizenship': {
    ask: `${PARTICIPANT} { citizenship { code } } } }`,
    variables: participant,
    allowed: ['participant', 'accreditation', 'desk', 'placements', 'admin'],
  },
  'Person.delegationsRecords': {
    ask: `${PARTICIPANT} { delegationsRecords { rows } } } }`,
    variables: participant,
    allowed: ['participant'],
  },
  'Person.forumRecords': {
    ask: `${PARTICIPANT} { forumRecords { rows } } } }`,
    variables: participant,
    allowed: ['participant'],
  },
  'Person.languages': {
    ask: `${PARTICIPANT} { languages { level } } } }`,
    variables: participant,
    allowed: ['participant', 'placements', 'admin'],
  },
  'Person.networkRecords': {
    ask: `${PARTICIPANT} { networkRecords { rows } } } }`,
    variables: participant,
    allowed: ['participant'],
  },
  'Person.placementsRecords': {
    ask: `${PARTICIPANT} { placementsRecords { rows } } } }`,
    variables: participant,
    allowed: ['participant'],
  },
  'Person.grants': {
    ask: `${PARTICIPANT} { grants { id } } } }`,
    variables: participant,
    allowed: ['participant', 'admin'],
  },
  'Person.identityDocuments': {
    ask: `${PARTICIPANT} { identityDocuments { id } } } }`,
    variables: participant,
    allowed: ['participant', 'accreditation', 'placements', 'admin'],
  },
  'Person.preferredLocale': {
    ask: `${PARTICIPANT} { preferredLocale } } }`,
    variables: participant,
    allowed: ['participant'],
  },
  'Person.registrations': {
    ask: `${PARTICIPANT} { registrations { nodes { id } } } } }`,
    variables: participant,
    allowed: ['participant'],
  },
  'Registration.bookings': {
    ask: `${PARTICIPANT} { registrations { nodes { bookings { id } } } } } }`,
    variables: participant,
    allowed: ['participant'],
  },
  'Registration.calendarSubscription': {
    ask: `${PARTICIPANT} { registrations { nodes { calendarSubscription { madeAt } } } } } }`,
    variables: participant,
    allowed: ['participant'],
  },
  'Person.registrationGroups': {
    ask: `${PARTICIPANT} { registrationGroups { nodes { id } } } } }`,
    variables: participant,
    allowed: ['participant'],
  },
  'Person.segments': {
    ask: `${PARTICIPANT} { segments { segment } } } }`,
    variables: participant,
    allowed: ['participant', 'placements', 'admin'],
  },
};

let portal: Portal;
const headers = new Map<ViewerName, Record<string, string>>();
let known: Known;
beforeAll(async () => {
  portal = await openPortal('in-process');
  for (const viewer of VIEWERS) {
    if (viewer === 'anyone') headers.set(viewer, {});
    else if (viewer !== 'system') {
      const token = await portal.signIn(`${viewer}@demo.erikti.example`);
      headers.set(viewer, { authorization: `Bearer ${token}` });
    }
  }
  const { data } = await portal.ask(
    'mutation { createApiClient(input: { name: "Kenya", country: "KE" }) { ... on CreateApiClientSuccess { key } } }',
    {},
    headers.get('admin'),
  );
  headers.set('system', { 'x-api-key': data.createApiClient.key });
  const seen = await portal.ask('{ me { id } forumEdition(year: 2026) { id } }', {}, headers.get('participant'));
  known = { participantId: seen.data.me.id, editionId: seen.data.forumEdition.id };
});
afterAll(() => portal?.close());

it('has a row for each root field and each field with a rule of its own, and none besides', () => {
  const api = buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));
  const fields = Object.values(api.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter(({ description }) => isRoot(type.name) || /\bFor (the person|holders|whoever)/.test(description ?? ''))
        .map((field) => `${type.name}.${field.name}`),
    );

  expect(Object.keys(MATRIX).toSorted()).toEqual(fields.toSorted());
});

describe.each(Object.entries(MATRIX))('%s', (_field, row) => {
  it.each(VIEWERS)('for %s', async (viewer) => {
    const { errors } = await portal.ask(row.ask, row.variables?.(known), headers.get(viewer));

    const codes = errors.map(({ extensions }) => extensions.code);
    expect(codes.find((code) => code === 'UNAUTHENTICATED' || code === 'FORBIDDEN') ?? 'allowed').toBe(
      expected(row, viewer),
    );
  });
});

function expected({ allowed, unauthenticated = ['anyone'] }: Row, viewer: ViewerName): Outcome {
  if (allowed.includes(viewer)) return 'allowed';
  return unauthenticated.includes(viewer) ? 'UNAUTHENTICATED' : 'FORBIDDEN';
}

function isRoot(type: string): boolean {
  return type === 'Query' || type === 'Mutation';
}
