export const views = {
  all: 'All people', all_companies: 'All companies', all_tasks: 'All tasks', name: 'Name', shared: 'Everybody in the organization sees it', changed: 'differs from the saved view', update: (name: string) => `Save changes to “${name}”`, save_new: 'Save as a new view…', rename: 'Rename or share…',
  make_default: 'Begin with this view here', no_default: 'Begin with all people here', no_default_companies: 'Begin with all companies here', no_default_tasks: 'Begin with all tasks here', remove: 'Delete the view', saved: (name: string) => `View “${name}” saved.`, deleted: (name: string) => `View “${name}” deleted.`,
}
