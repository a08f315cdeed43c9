/** What one press of a copy button can copy: the page with the code, the join link, or the page with its title and the disclosure. */
export const PRESS_FORMS = ['page', 'join', 'text'] as const;
export type PressForm = (typeof PRESS_FORMS)[number];

/** Where the pill can stand, in the order it is moved. */
export const CORNERS = ['bottom-right', 'bottom-left', 'top-left', 'top-right'] as const;
export type Corner = (typeof CORNERS)[number];
