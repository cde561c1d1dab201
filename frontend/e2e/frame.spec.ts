import { expect, test } from "./app";
import { screens } from "./screens";

test.use({ sample: true });

test("sample data wear their mark on every screen", async ({ page, app }) => {
  for (const hash of Object.values(await screens(app))) {
    await app.goTo(hash);
    await expect(page.getByRole("banner")).toContainText("Voorbeeldgegevens – fictief");
  }
});

test("arriving puts the focus on the heading and the title in the window; back finds the scroll", async ({ page, app }) => {
  const places = await screens(app);
  await app.goTo(places["result, complete"] ?? "");
  await expect(page).toHaveTitle(/^Resultaat: .* – Toetssteen$/);
  const link = page.getByRole("link", { name: /^(GC|DH)-I/ }).first();
  await link.scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollBy(0, 200));
  const scroll = await page.evaluate(() => scrollY);
  expect(scroll).toBeGreaterThan(200);
  await link.click();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page).toHaveTitle(/^(GC|DH)-I/);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Resultaat");
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(scroll);
});

test("skipping the frame leads to the content, not to another page", async ({ page, app }) => {
  await app.goTo("#/services");
  const skip = page.getByRole("link", { name: "Ga naar de inhoud" });
  // The first stop of the window, before everything else.
  await expect(page.locator("a, button, input, select").first()).toHaveText("Ga naar de inhoud");
  await expect(skip).not.toBeInViewport();
  await skip.focus();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await expect(page).toHaveURL(/#\/services$/);
});

test("nothing is asked of another machine, and a dropped file opens nothing", async ({ page, app }) => {
  const outside: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(app.url)) outside.push(request.url());
  });
  for (const hash of Object.values(await screens(app))) await app.goTo(hash);
  expect(outside).toEqual([]);
  const prevented = await page.evaluate(() =>
    ["dragover", "drop"].map((type) => !document.body.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }))),
  );
  expect(prevented).toEqual([true, true]);
});

test("an unknown address says so, and leads home", async ({ page, app }) => {
  await app.goTo("#/nowhere");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Niet gevonden");
  await page.getByRole("link", { name: "Naar Vandaag" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vandaag");
});

test("a thing that is gone is named, and nothing else happens", async ({ page, app }) => {
  await app.goTo("#/assessment/does-not-exist");
  await expect(page.getByRole("alert")).toContainText("Deze aftoetsing is niet gevonden.");
});

test("data that cannot be opened: the window says why, and tries again when asked", async ({ page, app }) => {
  const fault = { code: "locked", key: "error.data_locked", message: "De gegevensmap is al open.", detail: "lock held" };
  await page.route("**/call/Session", (route) => route.fulfill({ json: { fault } }));
  await app.goTo("#/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Toetssteen kan niet beginnen");
  await expect(page.getByRole("alert")).toContainText("De gegevensmap is al open.");
  await page.unroute("**/call/Session");
  await page.getByRole("button", { name: "Probeer opnieuw" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vandaag");
});

test("markup in what users typed stays text", async ({ page, app }) => {
  const name = `<img src=x onerror="document.title='x'"> & <b>vet</b>`;
  const { id } = await app.call<{ id: string }>("SaveService", {
    id: "",
    name,
    audience: "",
    budgetEuro: null,
    users: null,
    development: "",
    planned: "",
    ownerRole: "<script>",
  });
  await app.goTo(`#/services/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await app.goTo("#/services");
  await expect(page.getByRole("link", { name })).toBeVisible();
});

for (const lang of ["nl", "fr", "de", "en"]) {
  test(`the top line is one row at 1280 px: ${lang}`, async ({ page, app }) => {
    const places = await screens(app);
    const id = (places["measure a text"] ?? "").split("/")[2];
    await app.call("SavePreferences", { language: lang, theme: "light" });
    await app.call("SaveMeasurement", { assessmentId: id, figures: [{ indicator: "SD-G4.1", value: 1 }], note: "", finding: null });
    await app.goTo("#/services");
    const tools = page.getByRole("banner").locator(".tools");
    await expect(tools.locator("button[aria-keyshortcuts='Control+Z']")).toBeVisible();
    const tops = await tools.locator("> *").evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ top, height }) => Math.round((top + height / 2) / 10)));
    expect(new Set(tops).size, tops.join()).toBe(1);
    expect((await page.getByRole("banner").boundingBox())?.height).toBeLessThan(90);
  });
}
