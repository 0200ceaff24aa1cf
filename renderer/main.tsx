import { createRoot } from 'react-dom/client';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './ui/base.css';
import { Root } from './app/Root.tsx';
import { start } from './app/start.ts';

const place = document.getElementById('root');
if (place !== null) {
  await start();
  createRoot(place).render(<Root />);
}
