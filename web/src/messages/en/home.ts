export const home = {
  title: 'Home', welcome: (name: string) => `Welcome to ${name}`, first: 'Bring in your people', first_hint: 'Drop an export of your contacts or your mailbox here. Nothing leaves this server.', recent: 'Lately', added: 'Newly added',
}
