import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

/** Shows a toast; its closing button has a name, which the kit leaves out. */
export const notify = (toast: Parameters<typeof notifications.show>[0]): void => {
  notifications.show({ withBorder: true, closeButtonProps: { 'aria-label': i18next.t('app.close') }, ...toast });
};
