import { Download } from 'lucide-react'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { CopyButton } from '@/ui/copy.tsx'
import { saveText } from '@/ui/save-file.ts'

/** Shown once: to be copied, or kept as a file. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const m = useSettingsMessages()
  return (
    <div className="grid gap-4">
      <p className="text-ink-soft">{m.two_factor.codes_hint}</p>
      <ul aria-label={m.two_factor.codes} className="grid grid-cols-2 gap-x-4 gap-y-1.5 rounded-md bg-canvas p-4 font-mono text-sm ring-1 ring-line ring-inset">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex gap-2">
        <CopyButton text={codes.join('\n')} />
        <Button icon={<Download size={14} />} onClick={() => saveText('rapport-recovery-codes.txt', `${m.two_factor.file_heading(location.host)}\n\n${codes.join('\n')}\n`)}>
          {m.two_factor.download}
        </Button>
      </div>
    </div>
  )
}
