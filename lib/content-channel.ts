/** The channel on which PostgreSQL tells of a new content version: lib/content-version.ts speaks, lib/server/content/content-clock.ts listens. */
export const CONTENT_CHANNEL = "content_version";
