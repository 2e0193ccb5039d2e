package io.quanyi.console.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageClient;
import io.quanyi.console.draft.DraftPages;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The words that the text editor of a draft offers. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "quanyi.console.enabled=true")
class RuleWordsIntegrationTests {

    @LocalServerPort
    private int port;

    @Test
    void theWordsAreThoseOfTheLanguageAndOfTheCatalogueOfTheDraft() {
        PageClient browser = new PageClient("http://127.0.0.1:" + port, "none", "en");
        DraftPages draft = DraftPages.begin(browser, "kingdee-galaxy-public", "Words");
        draft.edit("catalogue.yaml", "en: Exclusive", "en: Exclusive <b>");
        HttpResponse<String> answer = browser.get(draft.path() + "/words");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(answer.body())
                .contains("{\"word\":\"Granted\",", "\"word\":\"workingHours\"", "\"word\":\"Question\"")
                .contains("{\"word\":\"emergency-fault\",\"name\":\"Emergency", "\"quoted\":true}")
                .contains("{\"word\":\"exclusive\",\"name\":\"Exclusive <b>\",\"quoted\":true}")
                .doesNotContain("\"word\":\"SE\"");
        PageClient chinese = new PageClient("http://127.0.0.1:" + port, "none", "zh-CN");
        assertThat(chinese.page(draft.path() + "/words"))
                .contains("{\"word\":\"emergency-fault\",\"name\":\"紧急故障处理\",\"quoted\":true}");
        assertThat(browser.get(draft.path() + "x/words").statusCode()).isEqualTo(404);
        assertThat(browser.page(draft.path() + "/text?file=community.drl"))
                .contains("data-words=\"" + draft.path() + "/words\"", "/draft-words.js\"");
    }
}
