/** Where the menu of the timeline is open; opened by the right button and by the menu key. */
import { create } from 'zustand';

interface OpenMenu {
  readonly place: { readonly x: number; readonly y: number } | null;
}

export const useMenu = create<OpenMenu>()(() => ({ place: null }));

export const openMenu = (x: number, y: number): void => useMenu.setState({ place: { x, y } });

/** At what is active in a list or table, where it is in sight, else in the middle of the stage. */
export const openMenuAt = (stage: Element): void => {
  const option = stage.getAttribute('aria-activedescendant');
  const bar = option === null ? null : document.getElementById(option);
  const box = bar?.getBoundingClientRect();
  const around = stage.getBoundingClientRect();
  const [x, y] =
    box === undefined
      ? [around.left + around.width / 2, around.top + around.height / 3]
      : [box.left + Math.min(box.width / 2, 40), box.bottom];
  // The key press that opens it would close it again on its way up.
  requestAnimationFrame(() => openMenu(x, y));
};
