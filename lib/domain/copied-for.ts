/** A button says that it has copied for so many ms: in our pages, on campaign pages and in the widget. */
export const COPIED_FOR = 1_800;
