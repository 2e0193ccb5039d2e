package io.quanyi.console.draft;

import io.quanyi.console.PageClient;
import java.net.http.HttpResponse;
import java.util.Map;

/** The pages of one draft, as a person without scripts uses them. */
public final class DraftPages {

    private final PageClient browser;
    private final String draft;

    private DraftPages(PageClient browser, String draft) {
        this.browser = browser;
        this.draft = draft;
    }

    /** The pages of a new draft of a programme. */
    public static DraftPages begin(PageClient browser, String programme, String title) {
        HttpResponse<String> begun = browser.post("/console/" + programme + "/drafts", Map.of("title", title));
        return new DraftPages(
                browser, begun.headers().firstValue("Location").orElseThrow(() -> new AssertionError(begun.body())));
    }

    /** The path of the draft. */
    public String path() {
        return draft;
    }

    /** The text of a file. */
    public String text(String file) {
        return PageClient.area(browser.page(textPath(file)), "text");
    }

    /** Saves the text of a file. */
    public void save(String file, String text) {
        String tag = PageClient.field(browser.page(textPath(file)), "tag");
        browser.post(textPath(file), Map.of("tag", tag, "text", text));
    }

    /** Replaces words of a file wherever they stand in it. */
    public void edit(String file, String before, String after) {
        save(file, text(file).replace(before, after));
    }

    /** The page of a job, such as {@code cases} or {@code impact}, after it was begun and has ended. */
    public String run(String job) throws InterruptedException {
        String page = draft + "/" + job;
        int status = browser.post(page, Map.of()).statusCode();
        if (status != 303) {
            throw new AssertionError(page + ": " + status);
        }
        return end(job);
    }

    /** The page of a job after it has ended. */
    public String end(String job) throws InterruptedException {
        String page = draft + "/" + job;
        browser.awaitJob(page);
        return browser.page(page);
    }

    private String textPath(String file) {
        return draft + "/text?file=" + file;
    }
}
