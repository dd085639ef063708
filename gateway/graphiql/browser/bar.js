import { openExample } from './editors.js';

const { createElement: h, useRef } = window.React;

/** Names the portal, lists the examples and, on demonstration data, the people to sign in as. */
export function Bar({ examples, demo, signIn, editors }) {
  return h(
    'header',
    { className: 'bar' },
    h(
      'div',
      { className: 'bar-row' },
      h('h1', { className: 'bar-name' }, 'Erikti'),
      h('p', { className: 'bar-about' }, 'the volunteers’ portal, as a graph'),
      examples.length > 0 && h(Examples, { examples, editors }),
      demo && h(Viewer, { signIn }),
    ),
    demo && h(People, { demo, signIn }),
  );
}

function Examples({ examples, editors }) {
  const menu = useRef(null);

  function choose(example) {
    menu.current.hidePopover();
    openExample(example, editors.current);
  }

  return h(
    'div',
    null,
    h('button', { type: 'button', className: 'pill', popovertarget: 'examples' }, 'Examples'),
    h(
      'ul',
      { id: 'examples', className: 'examples', popover: 'auto', ref: menu, 'aria-label': 'Examples' },
      examples.map((example) =>
        h(
          'li',
          { key: example.title },
          h(
            'button',
            { type: 'button', className: 'example', onClick: () => choose(example) },
            h('span', { className: 'example-title' }, example.title),
            h('span', { className: 'example-about' }, example.about),
          ),
        ),
      ),
    ),
  );
}

function Viewer({ signIn: { viewer, pending, problem, signOut } }) {
  return h(
    'div',
    { className: 'viewer' },
    h('span', { role: 'status', className: problem ? 'problem' : undefined }, inWords({ viewer, pending, problem })),
    viewer && h('button', { type: 'button', className: 'pill', onClick: signOut }, 'Sign out'),
  );
}

function inWords({ viewer, pending, problem }) {
  if (problem) return problem;
  if (pending) return `Signing in as ${pending.email}…`;
  return viewer ? `Signed in as ${viewer.email}` : 'Not signed in';
}

function People({ demo, signIn: { viewer, pending, signIn } }) {
  return h(
    'div',
    { className: 'bar-row people', role: 'group', 'aria-labelledby': 'people-label' },
    h('span', { className: 'people-label', id: 'people-label' }, 'Sign in as'),
    demo.people.map((person) =>
      h(
        'button',
        {
          key: person.email,
          type: 'button',
          className: 'pill',
          title: person.email,
          'aria-pressed': viewer?.email === person.email,
          disabled: pending !== null,
          onClick: () => signIn(person, demo.password),
        },
        person.role,
      ),
    ),
  );
}
