import { Button, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { showScreen } from '../../state/screen.ts';
import { useSteps } from '../../ui/useSteps.ts';
import { useWords } from '../../ui/words.ts';
import { importFile } from './actions.ts';
import { ExportPanel } from './ExportPanel.tsx';
import { IdentityPanel } from './IdentityPanel.tsx';
import { usePartners } from './partners.ts';
import { PartnersPanel } from './PartnersPanel.tsx';
import './exchange.css';

/** In this order the panels are drawn, behind the view that stood here before; what leaves is reckoned when all stands. */
const STEPS = { sending: 1, identity: 2, partners: 3, selection: 4 } as const;

/** Who we are, whom we know, what goes out and what comes in. */
export const ExchangeView = () => {
  const t = useWords();
  const step = useSteps(STEPS.selection);
  useEffect(() => void usePartners.getState().refresh(), []);
  return (
    <div className="exchange-view">
      <div className="exchange-column">
        {step >= STEPS.identity && <IdentityPanel />}
        {step >= STEPS.partners && <PartnersPanel />}
      </div>
      <div className="exchange-column">{step >= STEPS.sending && <ExportPanel ready={step >= STEPS.selection} />}</div>
      <div className="exchange-column">
        <section className="exchange-panel" aria-label={t('exchange.import')}>
          <Title order={3} size="h5">
            {t('exchange.import')}
          </Title>
          <Text c="dimmed">{t('exchange.importText')}</Text>
          <div>
            <Button variant="default" onClick={() => void importFile()}>
              {t('exchange.importButton')}
            </Button>
          </div>
        </section>
        <section className="exchange-panel" aria-label={t('audit.title')}>
          <Title order={3} size="h5">
            {t('audit.title')}
          </Title>
          <Text c="dimmed">{t('audit.purpose')}</Text>
          <div>
            <Button variant="default" onClick={() => showScreen({ audit: true })}>
              {t('audit.open')}
            </Button>
          </div>
        </section>
      </div>
    </div>
  );
};
