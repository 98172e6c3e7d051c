/* Asks again and again until there is nothing to wait for; the answer stops it. */
const PAUSE = 1000;

export const watch = (ask, see, end) => {
  let stopped = false;
  const look = async () => {
    const now = await ask().catch(() => null);
    if (stopped) return;
    if (now && !see(now)) end(now);
    else setTimeout(look, PAUSE);
  };
  look();
  return () => { stopped = true; };
};
