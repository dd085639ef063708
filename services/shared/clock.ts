/** Tells the present instant. Passed in from the process's entry point, so that tests can stop it. */
export type Clock = () => Date;
