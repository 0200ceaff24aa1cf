import { ActionIcon, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { v7 as uuid } from 'uuid';
import type { Contact } from '#shared/plan/participant/schema.ts';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useWords } from '../../ui/words.ts';
import './participants.css';

interface ContactsProps {
  readonly contacts: readonly Contact[];
  readonly onChange: (contacts: Contact[]) => void;
}

const FIELDS = [
  { field: 'rank', max: 60 },
  { field: 'post', max: 120 },
  { field: 'phone', max: 60 },
  { field: 'email', max: 120 },
] as const;

/** An emptied field is left out of the record rather than kept empty. */
const withField = (contact: Contact, field: keyof Contact, value: string | undefined): Contact => {
  const { [field]: _old, ...rest } = contact;
  return (value === undefined ? rest : { ...rest, [field]: value }) as Contact;
};

interface CardProps {
  readonly contact: Contact;
  readonly onChange: (contact: Contact) => void;
  readonly onRemove: () => void;
}

const Card = ({ contact, onChange, onRemove }: CardProps) => {
  const t = useWords();
  const words = {
    rank: t('participants.rank'),
    post: t('participants.post'),
    phone: t('participants.phone'),
    email: t('participants.email'),
  };
  return (
    <div className="contact">
      <Group gap={4} align="flex-end" wrap="nowrap">
        <div className="contact-name">
          <TextField
            label={t('participants.contactName')}
            value={contact.name}
            required
            max={120}
            onCommit={(name) => name !== undefined && onChange({ ...contact, name })}
          />
        </div>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('participants.removeContact', { name: contact.name })}
          onClick={onRemove}
        >
          <IconX size={15} />
        </ActionIcon>
      </Group>
      <SimpleGrid cols={2} spacing={6} verticalSpacing={4}>
        {FIELDS.map(({ field, max }) => (
          <TextField
            key={field}
            label={words[field]}
            value={contact[field]}
            max={max}
            onCommit={(value) => onChange(withField(contact, field, value))}
          />
        ))}
      </SimpleGrid>
    </div>
  );
};

/** The points of contact of one participant. */
export const Contacts = ({ contacts, onChange }: ContactsProps) => {
  const t = useWords();
  const add = (): void =>
    onChange([...contacts, { id: uuid(), name: t('participants.contact', { n: contacts.length + 1 }) }]);
  return (
    <section className="contacts">
      <Group justify="space-between" mb={4}>
        <Text fw={600}>{t('participants.contacts')}</Text>
        <Button variant="subtle" leftSection={<IconPlus size={14} />} onClick={add}>
          {t('participants.addContact')}
        </Button>
      </Group>
      <Stack gap="xs">
        {contacts.map((contact) => (
          <Card
            key={contact.id}
            contact={contact}
            onChange={(next) => onChange(contacts.map((other) => (other.id === next.id ? next : other)))}
            onRemove={() => onChange(contacts.filter(({ id }) => id !== contact.id))}
          />
        ))}
      </Stack>
    </section>
  );
};
