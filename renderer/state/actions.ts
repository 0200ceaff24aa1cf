/**
 * Actions that a feature offers to the frame's menu, keys, search and start screen (importing a file, printing): the
 * frame knows their names, the feature what they do. An action that nobody registered is shown nowhere.
 */
import { create } from 'zustand';
import type { MenuCommand } from '#shared/contract/app.ts';

type Action = () => void;

const useActions = create<Readonly<Partial<Record<MenuCommand, Action>>>>()(() => ({}));

/** Offers an action under a menu command's name. */
export const registerAction = (name: MenuCommand, action: Action): void => useActions.setState({ [name]: action });

export const runAction = (name: MenuCommand): void => useActions.getState()[name]?.();

/** Whether a feature has registered the action. */
export const hasAction = (name: MenuCommand): boolean => useActions.getState()[name] !== undefined;

/** The registered action; undefined while nobody offers it. */
export const useAction = (name: MenuCommand): Action | undefined => useActions((state) => state[name]);
