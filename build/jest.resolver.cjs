// Packages that publish only an "import" condition (canonicalize) cannot be found by Jest's CommonJS
// resolver. Adding "import" to customExportConditions breaks jest-circus itself, so fall back.
module.exports = (request, options) => {
  try {
    return options.defaultResolver(request, options);
  } catch (first) {
    try {
      return options.defaultResolver(request, {
        ...options,
        conditions: ['import', ...(options.conditions ?? []).filter((condition) => condition !== 'require')],
      });
    } catch {
      throw first;
    }
  }
};
