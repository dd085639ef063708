/**
 * Starts the page: a bar with the examples and who is asking, above GraphiQL.
 *
 * `React`, `ReactDOM` and `GraphiQL` are globals of the builds that the page loads before its modules.
 */
import { Bar } from './bar.js';
import { EditorsHandle, SignedInHeaders } from './editors.js';
import { useSignIn } from './sign-in.js';

const { React, ReactDOM, GraphiQL } = window;
const { createElement: h, useRef, useState } = React;

const content = JSON.parse(document.getElementById('page-content').textContent);

/** Cookies stay out of it: what is asked, and as whom, is all in the editors. */
const fetcher = GraphiQL.createFetcher({
  url: '/graphql',
  enableIncrementalDelivery: false,
  fetch: (url, init) => fetch(url, { ...init, credentials: 'omit' }),
});

function Page() {
  const signIn = useSignIn();
  const editors = useRef(null);
  const [firstTab] = useState(firstTabOfFirstVisit);

  return h(
    'div',
    { className: 'page' },
    h(Bar, { examples: content.examples, demo: content.demo, signIn, editors }),
    h(
      'main',
      { className: 'page-editor' },
      h(
        GraphiQL,
        {
          fetcher,
          defaultEditorToolsVisibility: 'variables',
          // Where introspection is off there is no schema to show, and GraphiQL is told not to ask for one.
          ...(content.introspection ? {} : { schema: null }),
          ...firstTab,
        },
        h(GraphiQL.Logo, null, ' '),
        h(EditorsHandle, { editors }),
        h(SignedInHeaders, { token: signIn.viewer?.token ?? null }),
      ),
    ),
  );
}

/** The first example, for someone whose browser keeps no tabs of an earlier visit. */
function firstTabOfFirstVisit() {
  const [first] = content.examples;
  const isFirstVisit = localStorage.getItem('graphiql:tabState') === null;
  return first && isFirstVisit ? { query: first.query, variables: first.variables } : {};
}

ReactDOM.createRoot(document.getElementById('page')).render(h(Page));
