/* A list of files: open, download, who, when, hash, older versions. */
import { base, dateTime, make, size } from './lianping-kit.js';
import { open, opens } from './lianping-preview.js';

export const fileUrl = (id) => `${base()}/evidence/${encodeURIComponent(id)}`;

/** The older versions of a file, newest first. */
export const versions = (file, all) => {
  const older = all.filter((one) => one.replacedBy === file.id);
  return older.flatMap((one) => [one, ...versions(one, all)]).sort((a, b) => b.uploadedAt.localeCompare(a.uploadedAt));
};

const line = (file, actions) => make('li', {},
  make('span', { class: 'lp-file' },
    opens(file)
      ? make('button', { type: 'button', class: 'btn btn-link', onclick: (e) => open(file, fileUrl(file.id), e.target) }, file.fileName)
      : make('b', {}, file.fileName),
    ' ', make('a', { href: fileUrl(file.id), download: file.fileName, 'aria-label': `下载 ${file.fileName}` }, '下载'), ...actions(file)),
  make('span', { class: 'lp-about' }, `${size(file.size)} · ${file.uploadedBy} · ${dateTime(file.uploadedAt)} · `,
    make('abbr', { title: `校验值(SHA-256)${file.sha256}` }, `校验值 ${file.sha256.slice(0, 12)}…`)));

/**
 * @param shown the files in force
 * @param all with those that were replaced
 * @param actions further buttons for a file in force
 */
export const files = (shown, all = shown, actions = () => []) => make('ul', { class: 'lp-files' }, shown.map((file) => {
  const item = line(file, actions);
  const older = versions(file, all);
  if (older.length) {
    item.append(make('details', {}, make('summary', {}, `以前的版本(${older.length})`),
      make('ul', { class: 'lp-files lp-older' }, older.map((one) => line(one, () => [])))));
  }
  return item;
}));
