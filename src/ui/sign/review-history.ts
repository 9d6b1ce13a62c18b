/**
 * Going back in the browser leads from the review to the answers: the review is a place of its own in the history. Who leaves
 * it by a button has one place more behind them, and never a second one.
 */
export interface ReviewHistory {
  /** The review is shown from now on. */
  enter(): void;
  /** It is not, whoever has left it. */
  leave(): void;
}

/**
 * @param back shows the answers
 * @param forward shows the review again
 * @param signal ends it
 */
export function followReview(back: () => void, forward: () => void, signal: AbortSignal): ReviewHistory {
  const isAt = () => history.state?.review === true;
  const note = (review: boolean, push = false) => {
    const state = { ...history.state, review };
    if (push) history.pushState(state, '');
    else history.replaceState(state, '');
  };
  // Loading the page again begins at the answers.
  if (isAt()) note(false);
  addEventListener('popstate', () => (isAt() ? forward() : back()), { signal });
  return {
    enter: () => note(true, history.state?.review === undefined),
    leave: () => isAt() && note(false),
  };
}
