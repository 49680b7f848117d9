// What somebody writes and has not saved: kept in the browser, so that nothing is lost by leaving.

import { useState } from 'react'
import type { FormDraft } from '@/ui/form-dialog.tsx'
import { personalKey } from './personal-key.ts'

/** A draft, and how to change it; one that is as in the beginning is none. */
export function useDraft<Value>(name: string, initial: Value): [Value, (value: Value) => void] {
  const [begun] = useState(initial)
  const [value, setValue] = useState(() => read<Value>(name) ?? begun)
  const change = (next: Value) => {
    setValue(next)
    if (JSON.stringify(next) === JSON.stringify(begun)) dropDraft(name)
    else localStorage.setItem(keyOf(name), JSON.stringify(next))
  }
  return [value, change]
}

/** What keeps the named fields of a form, but for passwords: told when the form comes, and whenever somebody writes. The same one for each name. */
export function formDraft(name: string): FormDraft {
  const found = formDrafts.get(name) ?? makeFormDraft(name)
  formDrafts.set(name, found)
  return found
}

const formDrafts = new Map<string, FormDraft>()

function makeFormDraft(name: string): FormDraft {
  let begun = ''
  return {
    begin(form: HTMLFormElement) {
      begun = JSON.stringify(writtenIn(form))
      for (const [field, text] of Object.entries(read<Record<string, string>>(name) ?? {})) {
        const element = form.elements.namedItem(field)
        if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement) element.value = text
      }
    },
    keep(form: HTMLFormElement) {
      const text = JSON.stringify(writtenIn(form))
      if (text === begun) dropDraft(name)
      else localStorage.setItem(keyOf(name), text)
    },
  }
}

function writtenIn(form: HTMLFormElement): Record<string, string> {
  const secrets = new Set(Array.from(form.querySelectorAll<HTMLInputElement>('input[type=password]'), (input) => input.name))
  return Object.fromEntries([...new FormData(form)].flatMap(([name, text]) => (typeof text === 'string' && !secrets.has(name) ? [[name, text]] : [])))
}

/** Whether something waits to be gone on with. */
export function hasDraft(name: string): boolean {
  return localStorage.getItem(keyOf(name)) !== null
}

/** It is saved. */
export function dropDraft(name: string) {
  localStorage.removeItem(keyOf(name))
}

function read<Value>(name: string): Value | undefined {
  try {
    return JSON.parse(localStorage.getItem(keyOf(name)) ?? '') as Value
  } catch {
    return undefined
  }
}

function keyOf(name: string): string {
  return personalKey(`draft:${name}`)
}
