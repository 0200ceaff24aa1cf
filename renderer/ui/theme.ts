import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** One accent: navy. Red is kept for problems. */
const navy: MantineColorsTuple = [
  '#edf3fb',
  '#d9e3f0',
  '#b0c5e2',
  '#84a6d5',
  '#608bca',
  '#497bc4',
  '#3d73c2',
  '#2f61ab',
  '#1f4f91',
  '#12417c',
];

const DENSE = [
  'Button',
  'TextInput',
  'Textarea',
  'Select',
  'MultiSelect',
  'TagsInput',
  'NumberInput',
  'ActionIcon',
  'Checkbox',
  'Switch',
  'SegmentedControl',
  'Badge',
  'Tabs',
  'Autocomplete',
];
const dense = Object.fromEntries(DENSE.map((name) => [name, { defaultProps: { size: 'xs' } }]));

/** A press into a list that is searched by typing selects what stands there, so that the typing takes its place. */
const selectText = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }): void => {
  if (!currentTarget.readOnly) currentTarget.select();
};

export const theme = createTheme({
  primaryColor: 'navy',
  colors: { navy },
  primaryShade: { light: 8, dark: 7 },
  autoContrast: true,
  luminanceThreshold: 0.25,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'system-ui, "Segoe UI", sans-serif',
  fontSizes: { xs: '12px', sm: '12px', md: '13px', lg: '15px', xl: '18px' },
  components: {
    ...dense,
    Select: { defaultProps: { size: 'xs', onClick: selectText } },
    InputWrapper: { defaultProps: { size: 'sm' } },
    Modal: {
      // The kit's scroll lock injects a style element that the content security policy refuses.
      defaultProps: {
        lockScroll: false,
        attributes: { header: { role: 'presentation' } },
        transitionProps: { duration: 0 },
      },
    },
    // What floats stands off from what it covers.
    Menu: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'md' } },
    Popover: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'md' } },
    Combobox: { defaultProps: { shadow: 'md' } },
    Tooltip: { defaultProps: { transitionProps: { duration: 0 }, openDelay: 400 } },
  },
});

/** The kit's own red and grey fail WCAG AA for small text in both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-error': '#c92a2a', '--mantine-color-dimmed': '#5c636a' },
  dark: {
    '--mantine-color-error': '#ff8787',
    '--mantine-color-anchor': '#9cc0f0',
    '--mantine-color-dimmed': '#a6adb4',
  },
});
