/* Opens a PDF or an image inside the page. Pages are drawn on a canvas, so nothing in a file is ever executed. */
import { make } from './lianping-kit.js';

const IMAGES = ['image/png', 'image/jpeg'];
const PDF = 'application/pdf';
const LONGEST = 200;

export const opens = (file) => file.contentType === PDF || IMAGES.includes(file.contentType);

const bytesOf = async (url) => {
  const response = await fetch(url);
  if (!response.ok) throw new Error('文件打不开,请稍后重试');
  return response.blob();
};

const drawImage = async (blob, body) => {
  const image = await createImageBitmap(blob);
  const canvas = make('canvas', { width: image.width, height: image.height, role: 'img', 'aria-label': '图片' });
  canvas.getContext('2d').drawImage(image, 0, 0);
  body.append(canvas);
};

const drawPdf = async (blob, body) => {
  const library = await import('./pdfjs/pdf.min.mjs');
  const folder = new URL('./pdfjs/', import.meta.url).href;
  library.GlobalWorkerOptions.workerSrc = `${folder}pdf.worker.min.mjs`;
  const paper = await library.getDocument({
    data: await blob.arrayBuffer(), cMapUrl: `${folder}cmaps/`, cMapPacked: true,
    standardFontDataUrl: `${folder}standard_fonts/`, wasmUrl: `${folder}wasm/`, isEvalSupported: false,
  }).promise;
  for (let no = 1; no <= Math.min(paper.numPages, LONGEST); no += 1) {
    const page = await paper.getPage(no);
    const viewport = page.getViewport({ scale: 1.5 });
    const canvas = make('canvas', { width: viewport.width, height: viewport.height, role: 'img', 'aria-label': `第 ${no} 页,共 ${paper.numPages} 页` });
    body.append(canvas);
    await page.render({ canvas, canvasContext: canvas.getContext('2d'), viewport }).promise;
  }
  if (paper.numPages > LONGEST) body.append(make('p', { class: 'lp-note' }, `只显示前 ${LONGEST} 页,请下载查看全文。`));
};

export const open = async (file, url, opener) => {
  const close = make('button', { type: 'button', class: 'btn btn-default', onclick: () => dialog.close() }, '关闭');
  const body = make('div', { class: 'lp-paper', tabindex: '0' }, make('p', { class: 'lp-note' }, '正在打开…'));
  const dialog = make('dialog', { class: 'lp-preview', 'aria-label': file.fileName },
    make('header', {}, make('b', {}, file.fileName), make('a', { href: url, download: file.fileName }, '下载'), close), body);
  dialog.addEventListener('close', () => { dialog.remove(); opener.focus(); });
  document.body.append(dialog);
  dialog.showModal();
  try {
    const blob = await bytesOf(url);
    body.replaceChildren();
    await (file.contentType === PDF ? drawPdf(blob, body) : drawImage(blob, body));
  } catch (e) {
    body.replaceChildren(make('p', { class: 'lp-problem', role: 'alert' }, `“${file.fileName}”打不开,请下载后查看。`));
  }
};
