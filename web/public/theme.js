// Before anything is painted: the chosen theme, or the system's.
;(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const apply = () => {
    const chosen = localStorage.getItem('theme') ?? 'system'
    const theme = chosen === 'system' ? (dark.matches ? 'dark' : 'light') : chosen
    document.documentElement.dataset.theme = theme
    // What phones paint around the page: as its surface.
    document.querySelector('meta[name=theme-color]')?.setAttribute('content', theme === 'dark' ? '#151618' : '#ffffff')
  }
  apply()
  dark.addEventListener('change', apply)
  addEventListener('storage', apply)
  addEventListener('themechange', apply)
})()
