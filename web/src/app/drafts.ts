// What somebody writes and has not saved: kept in the browser, so that nothing is lost by leaving.

import { useState } from 'react'
import type { FormDraft } from '@/ui/form-dialog.tsx'
import { keepText } from './kept.ts'
import { personalKey } from './personal-key.ts'

/** A draft, and how to change it; one that is as in the beginning is none. */
export function useDraft<Value>(name: string, initial: Value): [Value, (value: Value) => void] {
  const [begun] = useState(initial)
  const [value, setValue] = useState(() => read<Value>(name) ?? begun)
  const change = (next: Value) => {
    setValue(next)
    if (JSON.stringify(next) === JSON.stringify(begun)) dropDraft(name)
    else keepText(keyOf(name), JSON.stringify(next))
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
      const kept = read<Record<string, string>>(name) ?? {}
      for (const field of fieldsOf(form)) {
        const text = kept[field.name]
        if (text === undefined) continue
        if (isBox(field)) field.checked = text === 'true'
        else field.value = text
      }
    },
    keep(form: HTMLFormElement) {
      const text = JSON.stringify(writtenIn(form))
      if (text === begun) dropDraft(name)
      else keepText(keyOf(name), text)
    },
  }
}

function writtenIn(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries(fieldsOf(form).map((field) => [field.name, isBox(field) ? String(field.checked) : field.value]))
}

type FormField = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** Those with a name. Secrets are not kept, nor while they are looked at; what is one of several buttons is kept by whoever shows them. */
function fieldsOf(form: HTMLFormElement): FormField[] {
  const isField = (element: Element): element is FormField => element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement
  return Array.from(form.elements).filter(isField).filter(({ name, type, autocomplete }) => name !== '' && !['password', 'file', 'radio'].includes(type) && !autocomplete.includes('password'))
}

function isBox(field: FormField): field is HTMLInputElement {
  return field.type === 'checkbox'
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
