/**
 * Reads something once for each revision of it, however many ask: the command that has changed it, and the event that
 * tells every page so, this one too.
 * @param revision what names the stored state now. It is looked at before reading, so what changes while reading is
 * another revision.
 * @param read brings what is stored onto the screen.
 * @returns reads, unless this revision has been read or is being read; `anew` reads whatever the revision is.
 */
export function oncePerRevision(
  revision: () => Promise<unknown>,
  read: () => Promise<void>,
): (anew?: boolean) => Promise<void> {
  let seen: unknown;
  let reading: Promise<void> | undefined;
  return async (anew = false) => {
    const now = await revision();
    if (!anew && reading && now === seen) return reading;
    seen = now;
    const begun = read();
    reading = begun;
    // What failed has not been read: who asks next tries again.
    begun.catch(() => {
      if (reading === begun) reading = undefined;
    });
    return begun;
  };
}
