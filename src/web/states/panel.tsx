/** A calm page within the page: nothing here yet, or something went wrong. */
import type { ReactNode } from 'react';
import { Picture, type PictureName } from './picture.tsx';
import './panel.css';

interface PanelProps {
  title: string;
  detail: string;
  picture: PictureName;
  level?: 1 | 2;
  /** Read out at once. */
  alert?: boolean;
  children?: ReactNode;
}

export function Panel({ title, detail, picture, level = 2, alert = false, children }: PanelProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className="panel" role={alert ? 'alert' : undefined}>
      <Picture name={picture} />
      <Heading className="panel__title">{title}</Heading>
      <p className="panel__detail">{detail}</p>
      {children === undefined ? null : <div className="panel__actions">{children}</div>}
    </div>
  );
}
