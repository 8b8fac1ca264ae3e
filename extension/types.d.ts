// Globals our own pages share among themselves.

/** The engine's home in Firefox, where it lives in the same event page as the worker. */
declare var toonvastHost: ((message: Record<string, unknown>) => Promise<void>) | undefined;

/** Asks the agent to allow an origin; called by the screens from within the click that pairs. */
declare var toonvastAskOrigin: (origin: string) => Promise<boolean>;
