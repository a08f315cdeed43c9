/** Half of white's light: what is darker is a dark ground. */
const DARK = 0.4;

/**
 * Whether a page is dark: by the ground it paints, and where it paints none by the one the browser gives it. The user's
 * own choice on Binance decides, not the system's.
 */
export function isDarkPage(): boolean {
  const root = document.documentElement;
  for (const element of [...root.children].filter(child => child.localName === 'body').concat(root)) {
    const light = lightOf(getComputedStyle(element).backgroundColor);
    if (light !== undefined) return light < DARK;
  }
  const { colorScheme } = getComputedStyle(root);
  const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
  return /dark/.test(colorScheme) && (prefersDark || !/light/.test(colorScheme));
}

/** How light a colour is, 0 to 1; undefined for one that lets most of what is below through. */
function lightOf(colour: string): number | undefined {
  const [first, green, blue, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  if (blue === undefined || alpha < 0.5) return undefined;
  if (/^(?:ok)?l/.test(colour)) return colour.startsWith('ok') ? first : first / 100;
  return (0.2126 * first + 0.7152 * green + 0.0722 * blue) / (colour.startsWith('rgb') ? 255 : 1);
}
