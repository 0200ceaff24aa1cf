import { Modal } from '@mantine/core';
import { useEffect } from 'react';
import { showScreen, useScreen } from '../../state/screen.ts';
import { useWords } from '../../ui/words.ts';
import { IdentityPanel } from './IdentityPanel.tsx';
import { usePartners } from './partners.ts';
import { PartnersPanel } from './PartnersPanel.tsx';
import './exchange.css';

/** Who we are and whom we know, before there is any exercise: the first thing a new partner needs. */
export const PartnersDialog = () => {
  const t = useWords();
  const shown = useScreen(({ partners }) => partners);
  useEffect(() => {
    if (shown) void usePartners.getState().refresh();
  }, [shown]);
  return (
    <Modal
      opened={shown}
      onClose={() => showScreen({ partners: false })}
      size="lg"
      title={t('exchange.identityAndPartners')}
      closeButtonProps={{ 'aria-label': t('exchange.cancel') }}
    >
      <IdentityPanel />
      <PartnersPanel />
    </Modal>
  );
};
