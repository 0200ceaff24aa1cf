import type { ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  /** Stands at the end of the title's line. */
  readonly aside?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** One part of the overview: a title over a thin line. */
export const Section = ({ title, aside, className = '', children }: SectionProps) => (
  <section className={`overview-section ${className}`}>
    <header className="overview-section-head">
      <h2>{title}</h2>
      {aside}
    </header>
    {children}
  </section>
);
