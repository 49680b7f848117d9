// How many requests a minute an organization's plan allows each api key or user.

export const plans = ['free', 'pro', 'enterprise', 'unlimited'] as const

export type Plan = (typeof plans)[number]

export const requestsPerMinute: Record<Plan, number> = { free: 100, pro: 500, enterprise: 2_000, unlimited: Infinity }
