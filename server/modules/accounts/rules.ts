// The numbers and names of signing in, in one place.

export const passwordLength = { min: 10, max: 128 }

/** A session ends after so many days; and after 14 days without use (use_session). */
export const sessionDays = 90

/** Who has signed in so recently need not give the password again. */
export const freshMinutes = 60

/** How long a second factor is not asked for again in a browser that somebody trusts. */
export const trustedDeviceDays = 30

/** What better-auth takes for an e-mail address: whoever has another one could not sign in. */
export const emailPattern = String.raw`^(?!\.)(?!.*\.\.)[A-Za-z0-9_'+\-.]*[A-Za-z0-9_+\-]@([A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$`

/** The provider of single sign-on, and its accounts in the database, for better-auth. */
export const oidcId = 'oidc'

/** Tells better-auth where a request comes from, since Fastify has decided which proxies are believed. */
export const addressHeader = 'x-rapport-address'

export const invitationDays = 7

/** How long a browser is known: none keeps a cookie for longer. */
export const deviceDays = 400

/** How long a mail waits in the outbox: what it links to is over long before. */
export const outboxDays = 30

/** How long the links in mails are good. */
export const passwordLinkMinutes = 60
export const emailHours = 24
/** Of the links that the terminal prints. */
export const setupHours = 24
