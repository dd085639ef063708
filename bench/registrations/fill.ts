import type { ClientBase } from 'pg';
import { foldedKey } from '../../services/shared/names/fold.rules.ts';

export interface Crowd {
  readonly editions: number;
  /** In all editions together, as many in each. */
  readonly registrations: number;
}

const STEMS =
  'Abdir Ahmet Baizhan Beken Dosmagambet Ergali Zhumabai Ibrai Karim Kozhabek Mukan Nurlan Omar Ospan Rahim Sadyk Saparbek Temirhan Tulegen Usen Shaimerden Ivan Petr Sidor Kuznets Smirn Lebed Morozenk Kavalenk Luk Manuk Sarkis Grigor Hovhannis Aliev Guliev Mamed Rasul Tursun Yuldash Karimj Rahmon Nazar Saidov Berdy Ataev Ceban Rusu Popa Munteanu';
const ENDINGS = ['ov', 'ova', 'ev', 'eva', 'uly', 'kyzy', 'enko', 'yan'];
const GIVEN =
  'Aigerim Aliya Amina Anara Askar Assel Baurzhan Botagoz Dana Daniyar Dinara Erlan Gulnara Zhanar Kairat Madina Marat Nurbek Olga Ivan Sergei Anna Maria Dmitri Elena Artur Ani Leyla Timur Farida Rustam Sevara Ion Elena';

/** Of a thousand registrations, how many have each value. */
const STATUSES = {
  CONFIRMED: 700,
  WAITLISTED: 80,
  WITHDRAWN: 100,
  CANCELLED: 40,
  OFFER_EXPIRED: 40,
  REJECTED: 20,
  PENDING_REVIEW: 19,
  OFFERED: 1,
};
const CATEGORIES = { OPEN: 800, DELEGATE: 120, SPEAKER: 20, PRESS: 20, GUEST: 20, STAFF: 20 };
const COUNTRIES = { KZ: 500, RU: 180, UZ: 90, KG: 80, TJ: 50, BY: 40, AZ: 25, AM: 20, MD: 9, TM: 5, JP: 1 };

/** Years of the editions begin here, so that no real edition is among them. */
const FIRST_YEAR = 3001;

export function editionId(place: number): string {
  return `forum_edition_bench_${String(place).padStart(2, '0')}`;
}

/**
 * Fills the forum's tables with editions and registrations, as their owner; then analyzes them. What it fills, it has
 * emptied of an earlier filling.
 *
 * Seats are counted once at the end rather than with each row.
 */
export async function fillRegistrations(owner: ClientBase, { editions, registrations }: Crowd): Promise<void> {
  await owner.query('set search_path = forum');
  await owner.query('alter table registration disable trigger user');
  await owner.query(`delete from registration where edition_id like 'forum_edition_bench_%'`);
  await owner.query(
    `insert into edition (id, year, title, host_country, city, time_zone, status, starts_at, ends_at,
       registration_opens_at, registration_closes_at)
     select 'forum_edition_bench_' || lpad(n::text, 2, '0'), $2 + n, '{"en": "A crowd"}', 'KZ', '{"en": "Astana"}', 'Asia/Almaty',
       'REGISTRATION_OPEN', '2027-01-01', '2027-01-03', '2026-01-01', '2026-12-01'
     from generate_series(0, $1 - 1) as n on conflict do nothing`,
    [editions, FIRST_YEAR],
  );
  await owner.query(
    `insert into registration (id, edition_id, person_id, category, status, registered_at, citizenship, folded_name,
       latin_name, affiliation)
     select 'registration_' || substr(md5(n::text), 1, 26),
       'forum_edition_bench_' || lpad((n % $2)::text, 2, '0'),
       'person_' || substr(md5('person' || n), 1, 26),
       ($4::text[])[1 + draw[1] % 1000], ($3::text[])[1 + draw[2] % 1000],
       timestamptz '2026-02-01' + draw[3] % 7776000 * interval '1 second',
       ($5::text[])[1 + draw[4] % 1000], ($6::text[])[1 + draw[5] % array_length($6::text[], 1)],
       jsonb_build_object('family', 'FAMILY', 'given', 'GIVEN'), 'Volunteers of the town ' || draw[4] % 100
     from generate_series(1, $1) as n,
       lateral (select array_agg(abs(hashint8(n * 10 + k))) as draw from generate_series(1, 5) as k) as drawn`,
    [registrations, editions, spread(STATUSES), spread(CATEGORIES), spread(COUNTRIES), foldedNames()],
  );
  await owner.query('alter table registration enable trigger user');
  await owner.query(
    `insert into availability (id, capacity, waitlist_limit, claimed, offered, waiting)
     select edition_id, count(*), count(*), count(*) filter (where status = 'CONFIRMED'),
       count(*) filter (where status = 'OFFERED'), count(*) filter (where status = 'WAITLISTED')
     from registration where edition_id like 'forum_edition_bench_%' group by edition_id
     on conflict (id) do update set capacity = excluded.capacity, waitlist_limit = excluded.waitlist_limit,
       claimed = excluded.claimed, offered = excluded.offered, waiting = excluded.waiting`,
  );
  await owner.query('vacuum analyze registration');
  await owner.query('analyze edition, availability');
}

function foldedNames(): string[] {
  return STEMS.split(' ').flatMap((stem) =>
    ENDINGS.flatMap((ending) =>
      GIVEN.split(' ').map((given) => foldedKey({ display: `${given} ${stem}${ending}`, latin: null })),
    ),
  );
}

/** A thousand values, each as often as it is to occur. */
function spread(weights: Readonly<Record<string, number>>): string[] {
  return Object.entries(weights).flatMap(([value, often]) => Array<string>(often).fill(value));
}
