/** Words of forms everywhere. */
export const CONTROLS = {
  save: 'Save',
  cancel: 'Cancel',
};
