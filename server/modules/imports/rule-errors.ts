/** What a rule (RRULE) cannot be followed for, as a reason to show. */
export class RuleError extends Error {}

/** For this rule nobody would live to see the next date. */
export class EndlessRule extends RuleError {}
