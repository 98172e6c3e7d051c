/* What may stand in a diagram: what is in force, and the forms that the same change brings. Asked anew, for forms come and go. */
import { get } from '../server.js';

const key = (path) => path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));

export const vocabulary = async (change) => {
  const words = await get('/vocabulary');
  const brought = (change?.files || []).filter((file) => file.kind === 'form' && !words.forms.some((one) => one.key === key(file.path)))
    .map((file) => ({ key: key(file.path), path: file.path, name: '本方案的新表单' }));
  return { ...words, forms: [...brought, ...words.forms] };
};
