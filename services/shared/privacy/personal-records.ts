import { type ClassType, Ctx, Directive, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { theirOwn } from '../access/access.rules.ts';
import { Allow } from '../access/allow.ts';
import type { KeyRing } from '../crypto/key-ring.ts';
import type { Reader } from '../database/statement.ts';
import { PersonalReader, type PersonalRows, type PersonalTable } from './personal-table.ts';

@ObjectType({ description: 'What is kept about a person in one table of a service.' })
@Directive('@shareable')
export class PersonalRecords {
  @Field(() => String, { description: 'Its name: `registration`.' })
  readonly table: string;
  @Field(() => [String], { description: 'What the values of each row are, in their order.' })
  readonly columns: readonly string[];
  @Field(() => [[String]], {
    nullable: 'items',
    description: 'As text: instants in RFC 3339, structures in JSON. Null where there is nothing.',
  })
  readonly rows: PersonalRows['rows'];

  constructor({ table, columns, rows }: PersonalRows) {
    this.table = table;
    this.columns = columns;
    this.rows = rows;
  }
}

interface RecordsContext {
  readonly read: Reader;
  readonly keys: KeyRing;
}

/** Shows people all that a service keeps about them: `Person.forumRecords` for a service called `forum`. */
export function personalRecordsResolver(
  service: string,
  person: ClassType<{ readonly id: string }>,
  tables: readonly PersonalTable[],
) {
  const reader = new PersonalReader(tables);

  @Resolver(() => person)
  class PersonalRecordsResolver {
    @Allow<{ readonly id: string }>(theirOwn(({ of }) => of.id))
    @FieldResolver(() => [PersonalRecords], {
      name: `${service}Records`,
      nullable: true,
      description: `All that ${service} keeps about the person. Null while that service is out of reach.`,
    })
    async records(
      @Root() { id }: { readonly id: string },
      @Ctx() { read, keys }: RecordsContext,
    ): Promise<PersonalRecords[]> {
      const tables = await reader.of(read, keys, id);
      return tables.map((rows) => new PersonalRecords(rows));
    }
  }
  return PersonalRecordsResolver;
}
