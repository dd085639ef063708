const { React, ReactDOM, GraphiQL } = window;
const { useEffect, useRef } = React;
const { useEditorContext } = GraphiQL.React;

/** Hands GraphiQL's editors and tabs to what stands outside it, and names the editors for those who hear them. */
export function EditorsHandle({ editors }) {
  const context = useEditorContext({ nonNull: true });
  const { queryEditor, variableEditor, headerEditor, responseEditor } = context;
  editors.current = context;

  useEffect(() => {
    queryEditor?.getInputField().setAttribute('aria-label', 'Operation');
    variableEditor?.getInputField().setAttribute('aria-label', 'Variables, in JSON');
    headerEditor?.getInputField().setAttribute('aria-label', 'Headers, in JSON');
    responseEditor?.getInputField().setAttribute('aria-label', 'Answer');
  }, [queryEditor, variableEditor, headerEditor, responseEditor]);

  return null;
}

/** Turns to the tab that holds the example, or opens one for it; an empty tab is used first. */
export function openExample(example, { tabs, activeTabIndex, changeTab, addTab, queryEditor, variableEditor }) {
  const opened = tabs.findIndex((tab) => tab.query === example.query);
  if (opened < 0) {
    // The new tab has to be on screen before its editors can be written.
    if (queryEditor.getValue().trim() !== '') ReactDOM.flushSync(addTab);
    queryEditor.setValue(example.query);
    variableEditor.setValue(example.variables);
  } else if (opened !== activeTabIndex) {
    changeTab(opened);
  }
  queryEditor.focus();
}

/**
 * Writes the signed-in person's token into the headers of the tab on screen, where it can be seen and changed.
 *
 * Every tab keeps headers of its own, so it is written again when another tab is turned to. After signing out, only
 * tokens that were written here are taken back; what was typed stays.
 */
export function SignedInHeaders({ token }) {
  const { headerEditor, tabs, activeTabIndex } = useEditorContext({ nonNull: true });
  const written = useRef(new Set());
  const activeTabId = tabs[activeTabIndex]?.id;

  useEffect(() => {
    if (!headerEditor) return;
    const headers = parsed(headerEditor.getValue());
    if (token) {
      headers.authorization = `Bearer ${token}`;
      written.current.add(headers.authorization);
    } else if (written.current.has(headers.authorization)) {
      delete headers.authorization;
    } else {
      return;
    }
    const text = Object.keys(headers).length === 0 ? '' : JSON.stringify(headers, null, 2);
    if (text !== headerEditor.getValue()) headerEditor.setValue(text);
  }, [headerEditor, activeTabId, token]);

  return null;
}

function parsed(text) {
  try {
    const headers = JSON.parse(text);
    return typeof headers === 'object' && headers !== null && !Array.isArray(headers) ? headers : {};
  } catch {
    return {};
  }
}
