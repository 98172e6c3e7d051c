// What every browser test shares: one Chromium, a fresh session per person, pictures of what people see.
import { chromium } from 'playwright-core';

export const address = process.env.LIANPING_URL ?? 'http://localhost:8080';

/** Chromium of the machine, without anything that calls home. */
export function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    // the browser's own words (date fields, file fields) follow the language of the machine
    env: { ...process.env, LANGUAGE: 'zh_CN' },
    args: [
      '--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync',
      '--disable-gpu', '--no-first-run', '--lang=zh-CN',
    ],
  });
}

/** A page in a session of its own, as on a person's office computer. */
export async function openPage(browser) {
  const context = await browser.newContext({
    baseURL: address, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1366, height: 768 },
  });
  const page = await context.newPage();
  // a machine with other work to do may be slow; what is ready is not waited for
  page.setDefaultTimeout(Number(process.env.PATIENCE ?? 60_000));
  return page;
}

/** What Chromium says when it asks for the icon of a page that was reloaded meanwhile; an icon that is missing says otherwise. */
const ICON_OF_PAGE_GONE = /^Access to resource at '[^']*\/favicon\.ico' from origin 'null' has been blocked by CORS policy/;

/** Keeps what goes wrong in a page's console. */
export function watch(page) {
  page.problems = [];
  let iconRefused = false;
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const said = `${message.text()} ${message.location().url ?? ''}`;
    const ofIcon = ICON_OF_PAGE_GONE.test(message.text());
    // the same refusal is told a second time, as a resource that failed to load
    const again = iconRefused && /^Failed to load resource: net::ERR_FAILED .*\/favicon\.ico$/.test(said);
    iconRefused = ofIcon || (iconRefused && !again);
    if (!ofIcon && !again) page.problems.push(said);
  });
  page.on('pageerror', (error) => page.problems.push(String(error)));
  return page;
}

/** Fills in the login page and sends it; where that leads is for the caller to check. `wanted` leads to it where it needs a login. */
export async function logIn(page, user, password = 'demo', wanted = '/login') {
  await page.goto(wanted);
  await page.fill('input[name=username]', user);
  await page.fill('input[name=password]', password);
  await page.click('button[type=submit]');
}

export async function picture(page, name) {
  await page.screenshot({ path: `${process.env.SCREENSHOTS ?? 'target/screenshots'}/${name}.png` });
}
