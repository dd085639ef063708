/** Characters in what is said of a release, in one language. */
export const NOTE_LENGTH = 1_000;
