package io.quanyi.console.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageClient;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The forms of a draft's catalogue as a browser without scripts has them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "quanyi.console.enabled=true")
class CatalogueFormsIntegrationTests {

    private static final String DRAFTS = "/console/kingdee-premium-success/drafts";
    private static final String WISE = "kingdee-k3-wise";
    private static final String CHINESE = "name-zh-CN";
    private static final String ENGLISH = "name-en";

    private static final Pattern CHOSEN =
            Pattern.compile("name=\"(family|window|of|kind)\"[^>]*>(?:<option value=\"[^\"]*\">[^<]*</option>)*"
                    + "<option value=\"([^\"]*)\" selected>");

    @LocalServerPort
    private int port;

    private PageClient browser;
    private String catalogue = "";

    @BeforeEach
    void beginDraft() {
        browser = new PageClient("http://127.0.0.1:" + port, "none", "en");
        HttpResponse<String> begun = browser.post(DRAFTS, Map.of("title", "Open IM"));
        catalogue = begun.headers().firstValue("Location").orElseThrow() + "/catalogue";
    }

    @Test
    void imIsOpenedForAProductAndAnAliasIsAdded() {
        assertThat(browser.page(catalogue))
                .contains("No opening is announced.")
                .doesNotContain("What this draft changes");
        assertThat(browser.page(catalogue + "/opening")).contains("required><option value=\"\" selected></option>");
        assertThat(browser.page(catalogue.replace("/catalogue", "/rules/KPS-IM-02")))
                .contains("<a href=\"" + catalogue + "/opening\">Open the service to a product");
        Map<String, String> opening =
                filled("opening", "", Map.of("service", "im-support", "product", WISE, "state", "open"));
        HttpResponse<String> review = send("opening", opening, "review");
        assertThat(review.body())
                .contains("This will be written", "IM support by people · Kingdee K/3 WISE")
                .contains("+ openings:", "+   - { service: im-support, product: kingdee-k3-wise }")
                .doesNotContain("− ");
        assertThat(browser.page(catalogue)).contains("No opening is announced.");
        save("opening", opening);
        assertThat(browser.page(catalogue + "/product?id=" + WISE)).contains("<h1>Product: Kingdee K/3 WISE</h1>");
        assertThat(browser.page(catalogue + "/product")).contains("<h1>Product</h1>");
        Map<String, String> product =
                filled("product", WISE, Map.of("aliases", "K/3 WISE\r\n金蝶K/3 WISE\r\nWISE 旗舰\r\n"));
        assertThat(send("product", product, "review").body())
                .contains("<ins>K/3 WISE, 金蝶K/3 WISE, WISE 旗舰</ins>")
                .contains("−     aliases: [K/3 WISE, 金蝶K/3 WISE]\n+     aliases: [K/3 WISE, 金蝶K/3 WISE, WISE 旗舰]");
        save("product", product);
        assertThat(browser.page(catalogue))
                .contains("What this draft changes in the catalogue", "<li>IM support by people: Kingdee K/3 WISE")
                .contains("<span>WISE 旗舰</span>", "/impact\">", "/publish\">");
        assertThat(browser.page(catalogue.replace("/catalogue", ""))).contains("The files have no fault.");
        save("opening", filled("opening", "", Map.of("service", "im-support", "product", WISE, "state", "closed")));
        save("product", filled("product", WISE, Map.of("aliases", "K/3 WISE\n金蝶K/3 WISE")));
        assertThat(browser.page(catalogue)).doesNotContain("What this draft changes");
    }

    @Test
    void aNewProductHasAnIdOfItsEnglishName() {
        save(
                "product",
                filled("product", "", Map.of(CHINESE, "金蝶 AI 星空", ENGLISH, "Kingdee AI: Galaxy", "family", "galaxy")));
        assertThat(browser.page(catalogue)).contains("product?id=kingdee-ai-galaxy", "Kingdee AI: Galaxy");
    }

    @Test
    void aVendorWithOneLanguageNamesEntriesInThatOne() {
        String text = catalogue.replace("/catalogue", "/text?file=catalogue.yaml");
        HttpResponse<String> editor = browser.get(text);
        String written = "languages: [zh-CN]\n" + PageClient.area(editor.body(), "text");
        browser.post(text, Map.of("tag", PageClient.field(editor.body(), "tag"), "text", written));
        assertThat(browser.page(catalogue + "/product")).contains(CHINESE).doesNotContain(ENGLISH);
        Map<String, String> product = filled("product", "", Map.of(CHINESE, "新产品"));
        assertThat(send("product", product, "save").body()).contains("gives no id of its own");
        product.put("new-id", "new-product");
        save("product", product);
        assertThat(PageClient.area(browser.page(text), "text"))
                .contains("  - id: new-product\n    names: { zh-CN: 新产品 }\n\ndeployments");
    }

    @Test
    void namesAndContactsChange() {
        Map<String, String> chinese = filled("plan", "premium", Map.of(CHINESE, "高级"));
        assertThat(send("plan", chinese, "review").body())
                .contains("<del>高级成功服务 · Premium success</del>", "<ins>高级 · Premium success</ins>");
        save("plan", filled("plan", "premium", Map.of(ENGLISH, "Premium, renamed")));
        save("service", filled("service", "hotline", Map.of(ENGLISH, "Telephone <b>")));
        save("channel", filled("channel", "hotline", Map.of("contact", "400-1", "window", "7x8")));
        assertThat(browser.page(catalogue))
                .contains("<ins>Premium, renamed</ins>", "<ins>Telephone &lt;b&gt;</ins>", "<ins>400-1</ins>")
                .contains("<del>7×24 hours</del>", "<ins>7×8 hours</ins>")
                .doesNotContain("<b>");
    }

    @Test
    void aFamilyGetsNames() {
        assertThat(browser.page(catalogue)).contains("family?id=galaxy\">galaxy</a>");
        Map<String, String> family = filled("family", "galaxy", Map.of(CHINESE, "星空系列", ENGLISH, "The Galaxy line"));
        assertThat(send("family", family, "review").body())
                .contains(
                        "+ families:",
                        "+   - { id: galaxy, names: { zh-CN: 星空系列",
                        "+   - { id: kis, names: { zh-CN: kis, en: kis } }",
                        "Family of products");
        save("family", family);
        assertThat(browser.page(catalogue))
                .contains(
                        "family?id=galaxy\">The Galaxy line</a>",
                        "<td>The Galaxy line</td>",
                        "family?id=kis\">kis</a>");
        assertThat(browser.page(catalogue + "/product?id=kingdee-k3-wise"))
                .contains("<option value=\"galaxy\">The Galaxy line</option>");
        assertThat(browser.page(catalogue.replace("/catalogue", ""))).contains("The files have no fault.");
        save("family", filled("family", "kis", Map.of(CHINESE, "KIS 系列", ENGLISH, "KIS line")));
        assertThat(PageClient.area(browser.page(catalogue.replace("/catalogue", "/text?file=catalogue.yaml")), "text"))
                .contains("en: KIS line");
        assertThat(browser.get(catalogue + "/family?id=nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void aMeasureIsDeclaredAndChanged() {
        Map<String, String> cores =
                filled("measure", "", Map.of(CHINESE, "核数", ENGLISH, "CPU cores", "of", "question"));
        assertThat(send("measure", cores, "review").body())
                .contains(
                        "+ measures:",
                        "+   - { id: cpu-cores, kind: number, names: { zh-CN: 核数, en: CPU cores }, of: question }");
        save("measure", cores);
        assertThat(browser.page(catalogue))
                .contains("measure?id=cpu-cores\">CPU cores</a> <span class=\"soft\">a number, the question</span>");
        assertThat(browser.page(catalogue.replace("/catalogue", ""))).contains("The files have no fault.");
        save("measure", filled("measure", "cpu-cores", Map.of(ENGLISH, "Cores", "of", "subscription")));
        assertThat(browser.page(catalogue + "/measure?id=cpu-cores"))
                .contains("<option value=\"subscription\" selected>the customer</option>", "Measure: Cores");
        String values = "gold | 金牌 | Gold\nsilver | 银牌 | Silver";
        Map<String, String> tier =
                filled("measure", "", Map.of(CHINESE, "等级", ENGLISH, "Tier", "kind", "id", "values", values));
        assertThat(send("measure", tier, "review").body())
                .contains("kind: id", "{ id: gold, names: { zh-CN: 金牌, en: Gold } }");
        save("measure", tier);
        assertThat(browser.page(catalogue + "/measure?id=tier"))
                .contains(values, "<option value=\"id\" selected>one of several values</option>");
    }

    @Test
    void aCodeIsDeclaredAndChanged() {
        Map<String, String> logs =
                filled("code", "", Map.of(CHINESE, "须附上日志", ENGLISH, "Logs attached", "kind", "condition"));
        assertThat(send("code", logs, "review").body())
                .contains(
                        "+ codes:",
                        "+   - { id: logs-attached, kind: condition, names: { zh-CN: 须附上日志, en: Logs attached } }");
        save("code", logs);
        assertThat(browser.page(catalogue))
                .contains(
                        "code?id=logs-attached\">Logs attached</a> <span class=\"soft\">condition</span>",
                        "Code <span class=\"soft\">logs-attached",
                        "<ins>Logs attached</ins>",
                        "Kind: <ins>condition</ins>");
        assertThat(browser.page(catalogue.replace("/catalogue", ""))).contains("The files have no fault.");
        save("code", filled("code", "logs-attached", Map.of(ENGLISH, "Logs must be attached", "kind", "denial")));
        assertThat(browser.page(catalogue + "/code?id=logs-attached"))
                .contains("<option value=\"denial\" selected>ground of a refusal</option>", "Logs must be attached");
    }

    @Test
    void hoursOfADayChange() {
        Map<String, String> hours = filled("window", "5x8", Map.of("saturday", "09:00–12:00，13:00-24:00"));
        assertThat(hours).containsEntry("monday", "08:30-12:00, 13:00-17:30").containsEntry("sunday", "");
        assertThat(send("window", hours, "review").body())
                .contains("monday-friday: [08:30-12:00, 13:00-17:30], saturday: [09:00-12:00, 13:00-24:00]");
        save("window", hours);
        assertThat(browser.page(catalogue))
                .contains(
                        "Mon–Fri 08:30-12:00, 13:00-17:30",
                        "Sat 09:00-12:00, 13:00-24:00",
                        "Window <span class=\"soft\">5×8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "product | kingdee-k3-wise | aliases | EAS Cloud | names two products",
                "product | kingdee-k3-wise | name-en | '' | fill in: English name",
                "product | '' | name-en | Kingdee KIS Mini | fill in: Chinese name",
                "plan | premium | name-zh-CN | '  ' | fill in: Chinese name",
                "channel | hotline | window | 9x9 | 9x9",
                "channel | hotline | contact | a\u202eb | U+202E",
                "window | 5x8 | monday | 9-12 | 9-12",
                "window | 5x8 | monday | 09:00-12:00 11:00-13:00 | overlap",
                "opening | '' | product | nothing | unknown Product",
                "opening | '' | service | hotline | unknown Service",
                "opening | '' | state | sideways | unknown State",
                "measure | '' | of | contract | unknown Part of the request",
                "measure | '' | name-en | Cores | fill in: Chinese name",
                "measure | '' | kind | text | unknown Kind of value",
                "code | '' | kind | colour | unknown What it is",
                "code | '' | name-en | Logs | fill in: Chinese name",
                "product | kingdee-k3-wise | family | none | unknown Family",
                "plan | premium | nothing | x | the catalogue says this already"
            })
    void whatCannotBeWrittenSaysWhyAndKeepsTheFields(String form, String id, String field, String value, String named) {
        Map<String, String> fields = new HashMap<>(filled(form, id, Map.of(field, value)));
        if (form.equals("opening")) {
            fields.putIfAbsent("service", "im-support");
        }
        for (String step : new String[] {"review", "save"}) {
            HttpResponse<String> refused = send(form, fields, step);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("<div role=\"alert\"><ul class=\"faults\">", named, "name=\"tag\"");
        }
        assertThat(browser.page(catalogue)).doesNotContain("What this draft changes");
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing, opening",
        "/plan?id=gold, premium",
        "/plan, premium",
        "/channel?id=%3Cscript%3E, hotline",
        "/product?id=nothing, kingdee-k3-wise"
    })
    void aFormOfNothingIsNotFound(String path, String known) {
        HttpResponse<String> answer = browser.get(catalogue + path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains(known).doesNotContain("<script>");
    }

    @Test
    void aForgedEntryIsNotFound() {
        assertThat(browser.post(
                                catalogue + "/plan",
                                Map.of("id", "gold", "step", "save", CHINESE, "金", ENGLISH, "Gold"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void twoPeopleNeverOverwriteEachOtherUnseen() {
        Map<String, String> mine = filled("plan", "premium", Map.of(ENGLISH, "Mine"));
        save("plan", filled("plan", "premium", Map.of(ENGLISH, "Theirs")));
        HttpResponse<String> conflict = send("plan", mine, "save");
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body()).contains("en: Mine", "en: Theirs");
    }

    @Test
    void aCatalogueWithFaultsLeadsToItsText() {
        String text = catalogue.replace("/catalogue", "/text?file=catalogue.yaml");
        HttpResponse<String> editor = browser.get(text);
        browser.post(text, Map.of("tag", PageClient.field(editor.body(), "tag"), "text", "plans: [<b>\n"));
        assertThat(browser.page(catalogue))
                .contains("The catalogue has faults", "class=\"faults\"", "/text?file=catalogue.yaml");
        assertThat(browser.get(catalogue + "/plan?id=premium").statusCode()).isEqualTo(400);
    }

    @Test
    void aPriceLeadsToItsRule() {
        HttpResponse<String> begun =
                browser.post("/console/yonyou-aftersales-sla/drafts", Map.of("title", "Another price"));
        String prices = begun.headers().firstValue("Location").orElseThrow() + "/catalogue";
        assertThat(PageClient.links(browser.page(prices)))
                .anyMatch(link -> link.startsWith(prices.replace("/catalogue", "/rules/")));
        assertThat(browser.page(prices)).contains("Prices").doesNotContain("Open a service to a product");
    }

    @Test
    void everyFormIsAPageInChinese() {
        PageClient chinese = new PageClient("http://127.0.0.1:" + port, "none", "zh-CN");
        assertThat(chinese.page(catalogue)).contains("目前没有开通通知。", "IM 人工服务");
        assertThat(chinese.page(catalogue + "/opening")).contains("为产品开通服务", "金蝶 K/3 WISE");
        assertThat(chinese.page(catalogue + "/product?id=" + WISE)).contains("别名", "产品系列");
        assertThat(chinese.page(catalogue + "/channel?id=hotline")).contains("联系方式", "4008-836-836");
    }

    /** The fields of a form as its page has them, with others filled in. */
    private Map<String, String> filled(String form, String id, Map<String, String> others) {
        String page = browser.page(catalogue + "/" + form + (id.isEmpty() ? "" : "?id=" + id));
        Map<String, String> fields = new HashMap<>();
        for (String name : new String[] {
            "tag",
            "id",
            CHINESE,
            ENGLISH,
            "contact",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday"
        }) {
            if (page.contains("name=\"" + name + "\"")) {
                fields.put(name, PageClient.field(page, name));
            }
        }
        if (page.contains("name=\"aliases\"")) {
            fields.put("aliases", PageClient.area(page, "aliases"));
        }
        CHOSEN.matcher(page).results().forEach(chosen -> fields.put(chosen.group(1), chosen.group(2)));
        fields.putAll(others);
        return fields;
    }

    private HttpResponse<String> send(String form, Map<String, String> fields, String step) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("step", step);
        return browser.post(catalogue + "/" + form, all);
    }

    private void save(String form, Map<String, String> fields) {
        HttpResponse<String> saved = send(form, fields, "save");
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(saved.headers().firstValue("Location")).contains(catalogue);
    }
}
