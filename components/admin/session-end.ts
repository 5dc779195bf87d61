/** Called when the session has begun again. */
const waiting = new Set<() => void>();
const listeners = new Set<() => void>();

/**
 * Whatever asks the server and hears that the session has ended tells it here; one dialog takes the new sign-in.
 * Resolves once somebody has signed in: what was to be sent can be sent again.
 */
export function askToSignIn() {
  return new Promise<void>((resolve) => {
    waiting.add(resolve);
    tellAll();
  });
}

export function noteSignedIn() {
  for (const goOn of waiting) goOn();
  waiting.clear();
  tellAll();
}

export const isSignInAsked = () => waiting.size > 0;

export function subscribeToAsking(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const tellAll = () => {
  for (const listener of listeners) listener();
};
