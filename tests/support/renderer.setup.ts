import { configure } from '@testing-library/react';
import '@testing-library/jest-dom';
import 'fake-indexeddb/auto';
jest.setTimeout(30_000);

// Long work runs in slices that give way to others: on a busy machine what is awaited may take more than a second.
configure({ asyncUtilTimeout: 5_000 });
