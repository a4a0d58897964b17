import { useId, type ReactNode } from 'react'
import type { PaperSize } from '../../../../core/paper/paper.ts'
import { Button } from '../../parts/button.tsx'
import { classNames } from '../../parts/class-names.ts'
import { useModal } from '../../parts/use-modal.ts'
import { say } from '../../words.ts'
import css from './paper-preview.module.css'

type PaperPreviewProps = {
  readonly title: string
  /** In base64. */
  readonly png: string
  readonly size: PaperSize
  readonly onClose: () => void
}

/** The paper as it will be, before any is used up. */
export const PaperPreview = ({ title, png, size, onClose }: PaperPreviewProps): ReactNode => {
  const dialog = useModal()
  const id = useId()
  return (
    <dialog ref={dialog} className={css['dialog']} aria-labelledby={id} onClose={onClose}>
      <form method="dialog" className={css['head']}>
        <h2 id={id} className={css['title']}>
          {title}
        </h2>
        <Button words={say('screen.close')} submit />
      </form>
      <section
        className={css['desk']}
        aria-label={say('screen.paper.preview-alt')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keys
        tabIndex={0}
      >
        <img
          className={classNames(css['sheet'], css[size])}
          src={`data:image/png;base64,${png}`}
          alt={say('screen.paper.preview-alt')}
        />
      </section>
    </dialog>
  )
}
