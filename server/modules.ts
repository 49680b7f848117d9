// The modules, lower ones first: one may import the platform, itself, and those before it. The import rules
// (.dependency-cruiser.cjs) are made from this list.

export const modules = ['accounts', 'audit', 'webhooks', 'contacts', 'timeline', 'imports', 'exports', 'search', 'insights', 'rooms', 'presence', 'tasks', 'reminders', 'notifications'] as const
