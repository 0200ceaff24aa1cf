import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconPhotoDown } from '@tabler/icons-react';
import { PICTURE_FORMS, type PictureForm } from '#shared/contract/picture.ts';
import { exerciseOf } from '#shared/plan/state.ts';
import { tellDone, tellFailure } from '../../ui/perform.ts';
import { useWords } from '../../ui/words.ts';
import { valueWord, withoutWord } from './fieldWords.ts';
import { legendInSight, savePicture } from './picture.ts';
import { currentSource } from './pictureSource.ts';

/** Saves what is on the screen as a picture, with marking and legend. */
export const PictureMenu = () => {
  const t = useWords();
  const words = { svg: t('timeline.pictureSvg'), png: t('timeline.picturePng') };
  const save = async (form: PictureForm): Promise<void> => {
    const source = currentSource();
    if (source === undefined) return;
    const { colouring } = source.input.model;
    const items = legendInSight(source.scene, colouring).map(({ hue, title }) => ({
      hue,
      text: title === '' ? withoutWord(colouring.by) : valueWord(colouring.by, title),
    }));
    const exercise = exerciseOf(source.input.model.plan)?.name ?? '';
    const title = t('timeline.pictureTitle', { exercise });
    const saved = await savePicture({ ...source, legend: items, title }, form);
    if (!saved.ok) tellFailure(saved.error);
    else if (saved.value !== null) tellDone(t('timeline.pictureSaved', { file: saved.value.file }));
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={t('timeline.picture')}>
          <ActionIcon variant="default" aria-label={t('timeline.picture')}>
            <IconPhotoDown size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {PICTURE_FORMS.map((form) => (
          <Menu.Item key={form} onClick={() => void save(form)}>
            {words[form]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
