const { useState } = window.React;

/**
 * Who the page asks as, kept for as long as it is open.
 *
 * `viewer` is `{ email, role, token }` or null, `pending` the person being signed in, `problem` what went wrong.
 */
export function useSignIn() {
  const [viewer, setViewer] = useState(null);
  const [pending, setPending] = useState(null);
  const [problem, setProblem] = useState(null);

  async function signIn(person, password) {
    setPending(person);
    setProblem(null);
    try {
      const { token } = await post('/auth/sign-in/email', { email: person.email, password });
      setViewer({ ...person, token });
    } catch (error) {
      setProblem(`Could not sign in as ${person.email}: ${error.message}`);
    } finally {
      setPending(null);
    }
  }

  async function signOut() {
    const { token } = viewer;
    setViewer(null);
    setProblem(null);
    // The page has forgotten the token either way; a portal that is out of reach lets it expire.
    await post('/auth/sign-out', {}, { authorization: `Bearer ${token}` }).catch(() => undefined);
  }

  return { viewer, pending, problem, signIn, signOut };
}

async function post(path, body, headers = {}) {
  const response = await fetch(path, {
    method: 'POST',
    credentials: 'omit',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.message ?? `the portal answered ${response.status}`);
  return answer;
}
