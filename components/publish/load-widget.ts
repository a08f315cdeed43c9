/** Makes `<referral-card>` known to this page, for the previews: the very script that is handed out. */
export function loadWidget(): void {
  if (document.querySelector('script[src="/widget.js"]')) return;
  const tag = document.createElement('script');
  tag.src = '/widget.js';
  document.head.append(tag);
}
