/** Passwords of new accounts and new passwords of old ones, in characters. Sign-in takes what was once taken. */
export const PASSWORD_LENGTH = { minimum: 10, maximum: 128 } as const;

/** Words that people make passwords of, in plain letters; digits and signs around one do not make it a good one. */
const COMMON_WORDS = new Set(
  `password passwort passw passwd pass secret letmein letmeinplease welcome welcomeback admin administrator root toor
   login user guest test tester testtest demo default changeme changeit changemenow iloveyou iloveu loveyou lovelove
   sunshine princess superman batman spiderman starwars pokemon dragon monkey football baseball basketball soccer hockey
   master shadow hunter killer trustnoone whatever computer internet samsung google facebook instagram liverpool chelsea
   arsenal barcelona jessica michael jordan ashley charlie daniel thomas jennifer michelle nicole summer winter spring
   autumn freedom flower cheese chocolate pepper ginger mustang ferrari mercedes blink merlin matrix correcthorsebatterystaple
   qwerty qwertyuiop qwertyqwerty qwertz azerty asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc abc abcd abcdef
   parol privet natasha nastya marina kazakhstan qazaqstan astana almaty russia moskva moscow nairobi kenya turkiye
   volunteer volunteers erikti
   пароль парольпароль привет приветпривет йцукен йцукенгшщзх фывапр ячсмит любовь люблю солнышко наташа марина
   максим россия москва казахстан қазақстан астана алматы волонтер волонтёр құпиясөз купиясоз сәлем ерікті`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Neighbours on keyboards and in alphabets: runs along one of these, in either direction, are guessed first. */
const ROWS = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop[]',
  'asdfghjkl;',
  'zxcvbnm,./',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik',
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю',
];

const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
};

const FEWEST_DIFFERENT = 5;
const SHORTEST_RUN = 4;
const LONGEST_UNIT = 8;
const SHORTEST_OWN = 4;

/**
 * Whether a password is among the first that a guesser tries: a common word with digits and signs around it or letters
 * written as digits, a run over the keyboard, a few characters again and again, or the person's own address.
 */
export function isGuessable(password: string, email: string | null): boolean {
  // Looking closely at more than a password can be would cost time and tell nothing.
  if (password.length > PASSWORD_LENGTH.maximum) return false;
  const lower = password.normalize('NFKC').toLowerCase();
  return (
    new Set(lower).size < FEWEST_DIFFERENT ||
    isCommonWord(lower) ||
    isMadeOfRuns(lower) ||
    isRepetition(lower) ||
    isOwnAddress(lower, email)
  );
}

function isCommonWord(password: string): boolean {
  return [password, plainLetters(password)].some((one) => {
    const core = one.replace(/[^\p{L}]+/gu, '');
    const around = password.replace(/\p{L}+/gu, '');
    return COMMON_WORDS.has(core) || (around !== '' && isRepeatedWord(core));
  });
}

/** `passwordpassword`: a common word twice is no better than once. */
function isRepeatedWord(core: string): boolean {
  const half = core.slice(0, core.length / 2);
  return core === half + half && COMMON_WORDS.has(half);
}

function plainLetters(password: string): string {
  const core = password.replace(/^[^\p{L}@$]+|[^\p{L}@$]+$/gu, '');
  return [...core].map((character) => LOOKALIKES[character] ?? character).join('');
}

/** `1234qwerasdf`: nothing but runs, each of four characters or more. */
function isMadeOfRuns(password: string): boolean {
  let rest = password;
  while (rest !== '') {
    const run = longestRun(rest);
    if (run < SHORTEST_RUN) return false;
    rest = rest.slice(run);
  }
  return true;
}

function longestRun(text: string): number {
  for (let length = text.length; length >= SHORTEST_RUN; length--) {
    const start = text.slice(0, length);
    const backwards = [...start].reverse().join('');
    if (ROWS.some((row) => row.includes(start) || row.includes(backwards))) return length;
  }
  return 0;
}

/** `abcabcabcabc`, also with the last one cut short. */
function isRepetition(password: string): boolean {
  for (let length = 1; length <= Math.min(LONGEST_UNIT, password.length / 2); length++) {
    const unit = password.slice(0, length);
    if (unit.repeat(Math.ceil(password.length / length)).startsWith(password)) return true;
  }
  return false;
}

/** The address, or what stands before its `@`, with nothing but digits and signs around it. */
function isOwnAddress(password: string, email: string | null): boolean {
  const address = (email ?? '').toLowerCase();
  const own = [address, address.split('@')[0] ?? ''].filter((one) => one.length >= SHORTEST_OWN);
  return own.some((one) => password.includes(one) && !/\p{L}/u.test(password.replaceAll(one, '')));
}
