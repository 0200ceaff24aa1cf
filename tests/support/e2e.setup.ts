// testTimeout is a global option in jest: inside a project it is silently ignored.
jest.setTimeout(120_000);
