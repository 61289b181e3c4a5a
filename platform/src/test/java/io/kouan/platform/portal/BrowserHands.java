package io.kouan.platform.portal;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.kouan.client.road.Hands;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Somebody in a real browser, who walks the road as {@link io.kouan.client.road.Road} says. */
final class BrowserHands implements Hands {

    private final String base;
    private final BrowserContext context;
    private final Page page;

    BrowserHands(String base, BrowserContext context) {
        this.base = base;
        this.context = context;
        this.page = context.newPage();
    }

    Page page() {
        return page;
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/road", name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void open(String path) {
        page.navigate(URI.create(page.url().startsWith("http") ? page.url() : base)
                .resolve(path)
                .toString());
    }

    @Override
    public String at() {
        var at = URI.create(page.url());
        return at.getRawPath() + (at.getRawQuery() == null ? "" : "?" + at.getRawQuery());
    }

    @Override
    public boolean sees(String selector) {
        return all(selector).count() > 0;
    }

    @Override
    public String text(String selector) {
        return sees(selector) ? all(selector).first().innerText().strip() : "";
    }

    @Override
    public List<String> all(String selector, String attribute) {
        return all(selector).all().stream()
                .map(one -> one.getAttribute(attribute))
                .filter(value -> value != null)
                .toList();
    }

    @Override
    public boolean shows(String field) {
        var fields = page.locator("main [name=\"" + field + "\"]:not([type=hidden])");
        // boxes and radios lie below their labels, and are shown with them
        return fields.count() > 0
                && fields.first()
                        .evaluate("one => one.closest('[hidden]') === null")
                        .equals(true);
    }

    @Override
    public void write(String field, String text) {
        var fields = page.locator("main [name=\"" + field + "\"]:not([type=hidden])");
        var kind = fields.first().evaluate("one => one.tagName + ' ' + (one.type || '')");
        switch (String.valueOf(kind)) {
            case "INPUT checkbox", "INPUT radio" -> {
                var wanted = List.of(text.split(","));
                for (var box : fields.all()) {
                    if (wanted.contains(box.getAttribute("value")) != box.isChecked()) {
                        click(box);
                    }
                }
            }
            case "SELECT select-one" -> fields.first().selectOption(text);
            default -> fields.first().fill(text);
        }
    }

    @Override
    public void tickAll(String name) {
        page.locator("main input[type=checkbox][name=\"" + name + "\"]").all().stream()
                .filter(box -> !box.isChecked())
                .forEach(BrowserHands::click);
    }

    @Override
    public void attach(String selector, String name, byte[] content) {
        all(selector).first().setInputFiles(new FilePayload(name, "", content));
    }

    @Override
    public void press(String selector) {
        page.waitForNavigation(() -> click(all(selector).first()));
    }

    @Override
    public byte[] fetch(String selector) {
        var form = all(selector).first().locator("xpath=ancestor::form");
        var values = FormData.create();
        for (var hidden : form.locator("input[type=hidden]").all()) {
            values.set(hidden.getAttribute("name"), hidden.getAttribute("value"));
        }
        var action = URI.create(page.url()).resolve(form.getAttribute("action")).toString();
        return context.request()
                .post(action, RequestOptions.create().setForm(values))
                .body();
    }

    /** Without script nothing is animated, and nothing tells Playwright that it has come to rest. */
    private static void click(Locator one) {
        one.evaluate("one => one.click()");
    }

    private Locator all(String selector) {
        return page.locator(selector.replaceAll(":contains\\(([^)]*)\\)", ":has-text(\"$1\")"));
    }

    @Override
    public void close() {
        context.close();
    }
}
