import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { fileUrl } from '../../../shared/files/file.ts';
import { IdempotencyKeyReused, Violation } from '../../../shared/graph/user-error.ts';
import type { DelegationsContext } from '../../context.ts';
import { invalidInput, isOver, notFoundOrChanged, violationsOf } from '../delegation-refusals.types.ts';
import { checkKey } from '../invitation/invitation.rules.ts';
import { type delegationMessages, say } from '../messages.ts';
import { checkUpload, FILE_NAME_LENGTH, type FileProblem, NOTE_VERBALE_BYTES } from './note-verbale.rules.ts';
import {
  NoteVerbaleType,
  UploadNoteVerbaleInput,
  UploadNoteVerbaleResult,
  UploadNoteVerbaleSuccess,
  WrongFileType,
} from './note-verbale.types.ts';
import { NOTES_VERBALES } from './note-verbale-file.ts';
import { type UploadNoteVerbaleOutcome, uploadNoteVerbale } from './upload-note-verbale.ts';

const problems: Record<FileProblem, readonly [keyof typeof delegationMessages, number]> = {
  blank: ['BLANK', 0],
  'name-too-long': ['TOO_LONG', FILE_NAME_LENGTH],
  'unknown-ending': ['UNKNOWN_ENDING', 0],
  'not-base64': ['NOT_BASE64', 0],
  empty: ['EMPTY_FILE', 0],
  'too-large': ['FILE_TOO_LARGE', NOTE_VERBALE_BYTES],
};

@Resolver(() => NoteVerbaleType)
export class NoteVerbaleResolver {
  @Allow(signedIn)
  @Mutation(() => UploadNoteVerbaleResult, {
    description:
      'Uploads a note verbale: a PDF, JPEG or PNG of at most 700000 bytes. By focal points of the delegation, whoever was invited to be one, accreditation officers and administrators; to others there is no such delegation.',
  })
  async uploadNoteVerbale(
    @Arg('input', () => UploadNoteVerbaleInput) input: UploadNoteVerbaleInput,
    @Ctx() { em, viewer, locale, loaders, now }: DelegationsContext,
  ): Promise<typeof UploadNoteVerbaleResult> {
    const { delegationId, fileName } = input;
    const idempotencyKey = input.idempotencyKey ?? null;
    const content = bytesOf(input.content);
    const violations = violationsOf(checkKey(idempotencyKey), locale);
    for (const { path, problem } of checkUpload(fileName, content?.length ?? null)) {
      const [code, maximum] = problems[problem];
      violations.push(new Violation(['input', path], code, say(code, locale, { maximum })));
    }
    if (content === null || violations.length > 0) return invalidInput(violations, locale);
    const command = { viewer, delegationId, idempotencyKey, fileName, content };
    const outcome = await uploadNoteVerbale(em, command, now());
    if ('refusal' in outcome) return refuse(outcome, locale);
    const rows = await loaders.notesVerbalesByDelegation.load(delegationId);
    const row = rows.find(({ id }) => id === outcome.noteVerbaleId);
    if (!row) throw new Error(`note verbale ${outcome.noteVerbaleId} is gone`);
    return new UploadNoteVerbaleSuccess(new NoteVerbaleType(row));
  }

  @FieldResolver(() => String, {
    description: 'Where the file is fetched, by those who run the delegation and those who check it.',
  })
  url(@Root() { id }: NoteVerbaleType, @Ctx() { publicUrl }: DelegationsContext): string {
    return fileUrl(publicUrl, 'delegations', NOTES_VERBALES, id);
  }
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** What base64 stands for; null where it is none. */
function bytesOf(base64: string): Buffer | null {
  return base64.length % 4 === 0 && BASE64.test(base64) ? Buffer.from(base64, 'base64') : null;
}

function refuse(
  refusal: Extract<UploadNoteVerbaleOutcome, { refusal: string }>,
  locale: string,
): typeof UploadNoteVerbaleResult {
  switch (refusal.refusal) {
    case 'delegation-not-found':
      return notFoundOrChanged(refusal, locale);
    case 'delegation-over':
      return isOver(refusal, locale);
    case 'wrong-file-type': {
      const expected = refusal.expected.join(', ');
      return new WrongFileType(say('WRONG_FILE_TYPE', locale, { expected }), refusal);
    }
    case 'idempotency-key-reused':
      return new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
  }
}
