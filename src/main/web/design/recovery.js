/* What was drawn and not saved stays in this browser, so that a closed window or a lost connection loses nothing. */
export const recovery = (changeId, path) => {
  const key = `lianping-design:${changeId}:${path}`;
  return {
    keep: (text, version) => {
      // a full or forbidden store must not keep anybody from drawing
      try { localStorage.setItem(key, JSON.stringify({ text, version, at: new Date().toISOString() })); } catch { /* goes on without */ }
    },
    forget: () => { try { localStorage.removeItem(key); } catch { /* as above */ } },
    find: () => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
  };
};
