package io.quanyi.console.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The forms of rules as a browser without scripts has them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "quanyi.console.enabled=true")
class RuleFormIntegrationTests {

    private static final String DRAFTS = "/console/kingdee-galaxy-public/drafts";
    private static final String HOSTILE = "</textarea><script>alert(1)</script>\"\u202e\u0007";
    private static final Pattern FIELD = Pattern.compile(
            "<input [^>]*?name=\"([^\"]+)\" value=\"([^\"]*)\"|<select [^>]*?name=\"([^\"]+)\"[^>]*>(.*?)</select>",
            Pattern.DOTALL);
    private static final Pattern CHOSEN = Pattern.compile("value=\"([^\"]*)\" selected");

    @LocalServerPort
    private int port;

    private PageClient browser;
    private String draft = "";

    @BeforeEach
    void beginDraft() {
        browser = new PageClient("http://127.0.0.1:" + port, "none", "zh-CN");
        draft = location(browser.post(DRAFTS, Map.of("title", "Answer sooner")));
    }

    @Test
    void aSupportManagerChangesTheEmergencyResponse() {
        String list = browser.page(draft + "/rules?words=GAL-EF-");
        assertThat(list)
                .contains("紧急故障处理 <span class=\"soft\">emergency-fault.drl</span>", "/rules/GAL-EF-")
                .doesNotContain("issue-feedback.drl");
        String form = draft + "/rules/" + ruleWith("workingHours(2)");
        String before = browser.page(form);
        assertThat(before)
                .contains("<label for=\"title\">中文标题（厂商文件的语言） <span class=\"needed\">（必填）</span>", "英文标题</label>")
                .contains("工作小时、工作日按所选的服务时间计算", "周一至周五 08:30-12:00、13:00-17:30")
                .doesNotContain("另一种语言");
        assertThat(before).contains("工作小时", "服务计划", "<h1>尊享服务的紧急故障，2 个工作小时内响应（GAL-EF-04）</h1>");
        String saved = submit(form, Map.of("t0.target.amount", "1"));
        assertThat(saved)
                .contains("workingHours(1)", "没有错误", "响应时限（1 个工作小时", "请一并修改标题")
                .doesNotContain("workingHours(2)");
        assertThat(saved)
                .contains("由此规则得出的对照表单元格", "不同：</span>", "紧急故障处理 · 尊享服务")
                .contains("<span class=\"soft\">变化前：2 个工作小时内响应；紧急故障")
                .doesNotContain("紧急故障处理 · 优选");
        assertThat(PageClient.links(saved))
                .contains("/console/kingdee-galaxy-public/ask?question.service=emergency-fault"
                        + "&subscription.plan=exclusive&question.severity=emergency&other.release="
                        + draft.replaceAll(".*/", ""));
        assertThat(saved).contains("<form method=\"post\" action=\"" + draft + "/impact\">", "href=\"#failing\"");
        assertThat(PageClient.links(saved)).contains(draft + "/publish");
        assertThat(submit(form, Map.of("title", "尊享服务的紧急故障，1 个工作小时内响应"))).doesNotContain("请一并修改标题");
        assertThat(submit(form, Map.of("t0.target.amount", "3")))
                .contains("请核对标题是否仍与内容一致")
                .doesNotContain("请一并修改标题");
        assertThat(submit(form, Map.of("t0.window", ""))).contains("请选择服务时间，否则答复中没有截止时间");
        assertThat(browser.page(form)).contains("请选择服务时间，否则答复中没有截止时间");
        assertThat(submit(form, Map.of("t0.window", "5x8", "t0.target.amount", "1")))
                .doesNotContain("请选择服务时间，否则");
        assertThat(PageClient.area(browser.page(draft + "/text?file=emergency-fault.drl"), "text"))
                .contains("workingHours(1)");
    }

    /** The id of the first rule of the emergency file in whose text words stand. */
    private String ruleWith(String words) {
        String text = PageClient.area(browser.page(draft + "/text?file=emergency-fault.drl"), "text");
        int at = text.indexOf(words);
        int id = text.lastIndexOf("@id(", at) + 4;
        return text.substring(id, text.indexOf(')', id));
    }

    @Test
    void partsAreAddedChangedAndRemoved() {
        String form = draft + "/rules/GAL-FB-02";
        String written = written(form);
        submit(form, Map.of("add-fact", "Purchase", "add-outcome", "Quota"));
        assertThat(written(form))
                .contains("    Purchase(service == \"issue-feedback\")\nthen", "insert(new Quota(1, \"person-day\", ");
        submit(form, Map.of("w2.quantifier", "not", "t1.limit", "3", "t1.unit", "time", "w0.add", "severity"));
        assertThat(written(form))
                .contains("not Purchase(service == \"issue-feedback\")", "new Quota(3, \"time\", ", ", severity == \"");
        submit(form, Map.of("w0.1.operator", "in"));
        submit(form, Map.of("remove", "w0.1"));
        submit(form, Map.of("remove", "w2"));
        submit(form, Map.of("remove", "t1"));
        assertThat(written(form)).isEqualTo(written);
        assertThat(browser.page(draft)).doesNotContain("<b>已修改</b>");
    }

    @Test
    void aDayIsChosenAndComparedWithADate() {
        String form = draft + "/rules/GAL-FB-02";
        submit(form, Map.of("add-fact", "Day"));
        submit(form, Map.of("add-fact", "Day"));
        submit(form, Map.of("w2.1.operator", "<", "w2.1.value", "2018-09-17", "w3.0.value", "signing"));
        assertThat(written(form))
                .contains(
                        "    Day(of == \"purchase\", value < 2018-09-17)\n",
                        "    Day(of == \"signing\", value == 2026-01-01)\n");
        HttpResponse<String> refused = send(form, Map.of("w2.1.value", "September"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("“September”不是 2018-09-17 这样的日期");
    }

    @Test
    void aMeasureIsOfferedOnceTheCatalogueDeclaresOne() {
        String form = draft + "/rules/GAL-FB-02";
        assertThat(browser.page(form)).doesNotContain("<option value=\"Measure\">");
        String measure = draft + "/catalogue/measure";
        browser.post(
                measure,
                Map.of(
                        "tag", PageClient.field(browser.page(measure), "tag"),
                        "id", "",
                        "name-zh-CN", "订阅数",
                        "name-en", "Subscriptions",
                        "of", "subscription",
                        "kind", "number",
                        "values", "",
                        "new-id", "",
                        "step", "save"));
        assertThat(browser.page(form)).contains("<option value=\"Measure\">厂商自定的指标</option>");
        submit(form, Map.of("add-fact", "Measure"));
        submit(form, Map.of("w2.1.operator", ">", "w2.1.value", "250"));
        assertThat(written(form)).contains("    Measure(id == \"subscriptions\", value > 250)\n");
        assertThat(browser.page(form)).contains(">订阅数</option>");
    }

    @Test
    void whatIsNoValueIsRefusedInWordsAndShownAgain() {
        String form = draft + "/rules/GAL-FB-02";
        HttpResponse<String> refused = send(form, Map.of("t0.target.amount", "soon", "title", ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("soon", "规则须有标题");
        HttpResponse<String> hostile = send(form, Map.of("title", HOSTILE, "waiver", HOSTILE));
        assertThat(hostile.statusCode()).isEqualTo(422);
        assertThat(hostile.body()).doesNotContain("<script>alert");
        assertThat(browser.page(draft)).doesNotContain("issue-feedback.drl</a> <b>");
    }

    @Test
    void aFaultIsSaidBesideTheRule() {
        String saved = submit(draft + "/rules/GAL-FB-02", Map.of("remove", "w0"));
        assertThat(saved).contains("issue-feedback.drl:").doesNotContain("没有错误");
    }

    @Test
    void aResponseThatIsDueAfterTheResolutionIsRemarkedOn() {
        String promised =
                location(browser.post("/console/yonyou-aftersales-sla/drafts", Map.of("title", "Answer later")));
        String form = promised + "/rules/YAS-IN-03";
        assertThat(submit(form, Map.of("t0.target.amount", "4"))).doesNotContain("晚于解决的截止时间");
        assertThat(submit(form, Map.of("t0.target.amount", "5")))
                .contains("文件没有错误", "响应的截止时间晚于解决的截止时间：规则 YAS-IN-03 规定“5 小时内响应”，规则 YAS-IN-04 规定“4 小时内解决”");
        assertThat(browser.page(promised + "/rules/YAS-IN-05?saved")).doesNotContain("晚于解决的截止时间");
        assertThat(browser.page(promised))
                .contains("<h2 id=\"remarks\">提示</h2>", "YAS-IN-03 规定“5 小时内响应”")
                .contains(
                        "- { remark: response-after-resolution, about: &quot;YAS-IN-03&quot;, words: [&quot;5 hour&quot;");
        assertThat(browser.page(promised + "/publish")).contains("有 1 条提示须与厂商文件核对。");
        PageClient english = new PageClient("http://127.0.0.1:" + port, "none", "en");
        assertThat(english.page(promised + "/publish")).contains("1 remark to compare with the document.");
        assertThat(english.page(promised)).contains("says &quot;Answered within 5 hours&quot;");
    }

    @Test
    void aNewRuleIsWrittenFromAClauseAndRemovedAgain() {
        String fresh = draft + "/rules/new";
        assertThat(browser.page(fresh)).contains("<option value=\"二.1(1) 7*24问题反馈\"");
        String asked = browser.page(fresh + "?clause=%E4%BA%8C.1(1)%207*24%E9%97%AE%E9%A2%98%E5%8F%8D%E9%A6%88");
        Map<String, String> wish = Map.of("service", "issue-feedback", "plan", "exclusive", "outcome", "Priority");
        String form = location(browser.post(fresh, with(fields(asked), wish)));
        assertThat(form).contains("/rules/GAL-FB-").endsWith("?saved");
        String id = form.substring(form.lastIndexOf('/') + 1, form.indexOf('?'));
        assertThat(browser.page(form)).contains("new Priority(").contains(id);
        String removed = location(browser.post(
                draft + "/rules/" + id + "/remove", Map.of("tag", PageClient.field(browser.page(form), "tag"))));
        assertThat(browser.page(removed)).doesNotContain(id);
        assertThat(browser.get(draft + "/rules/" + id).statusCode()).isEqualTo(404);
        assertThat(browser.post(fresh, Map.of("clause", "none", "title", "")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void aNewRuleGoesIntoTheFileThatIsChosenOrIsNew() {
        String fresh = draft + "/rules/new";
        Map<String, String> wish = Map.of(
                "clause", "二.1(1) 7*24问题反馈", "service", "issue-feedback", "outcome", "Priority", "title", "优先处理");
        Map<String, String> plans = new LinkedHashMap<>(wish);
        plans.put("file", "plans.drl");
        assertThat(ruleIn("plans.drl", location(browser.post(fresh, plans)))).contains("优先处理");
        Map<String, String> ownFile = new LinkedHashMap<>(wish);
        ownFile.put("new-file", "priority-support");
        assertThat(ruleIn("priority-support.drl", location(browser.post(fresh, ownFile))))
                .contains("package kingdee", "优先处理");
        assertThat(browser.post(fresh, ownFile).body()).contains("文件 priority-support 已存在");
        ownFile.put("new-file", "../priority");
        assertThat(browser.post(fresh, ownFile).body()).contains("“../priority”不能作为文件名");
        plans.put("file", "clauses.yaml");
        HttpResponse<String> refused = browser.post(fresh, plans);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("草稿中没有文件 clauses.yaml");
    }

    /** The text of a file that has the rule of a form. */
    private String ruleIn(String file, String form) {
        String id = form.substring(form.lastIndexOf('/') + 1, form.indexOf('?'));
        String text = PageClient.area(browser.page(draft + "/text?file=" + file), "text");
        assertThat(text).contains("@id(" + id + ")");
        return text;
    }

    @Test
    void twoPeopleWorkAtOneFileAndMeetOnlyAtOneRule() {
        String form = draft + "/rules/GAL-FB-02";
        List<Map.Entry<String, String>> seen = fields(browser.page(form));
        submit(draft + "/rules/GAL-FB-01", Map.of("title", "他人的标题"));
        assertThat(browser.post(form, with(seen, Map.of("title", "他人的另一标题"))).statusCode())
                .isEqualTo(303);
        HttpResponse<String> late = browser.post(form, with(seen, Map.of("title", "我的标题")));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("我的标题", "他人的标题", "他人的另一标题");
    }

    private String written(String form) {
        return PageClient.field(browser.page(form), "was");
    }

    private String submit(String form, Map<String, String> changed) {
        HttpResponse<String> answer = send(form, changed);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return browser.page(location(answer));
    }

    private HttpResponse<String> send(String form, Map<String, String> changed) {
        return browser.post(form, with(fields(browser.page(form)), changed));
    }

    /** The fields with other values; the first of those of one name. */
    private static List<Map.Entry<String, String>> with(
            List<Map.Entry<String, String>> fields, Map<String, String> changed) {
        Map<String, String> left = new LinkedHashMap<>(changed);
        List<Map.Entry<String, String>> all = new ArrayList<>();
        fields.forEach(field -> all.add(
                Map.entry(field.getKey(), Objects.requireNonNullElse(left.remove(field.getKey()), field.getValue()))));
        left.forEach((name, value) -> all.add(Map.entry(name, value)));
        return all;
    }

    /** The fields of the form of a rule with the values that a browser would send. */
    private static List<Map.Entry<String, String>> fields(String page) {
        String form = page.substring(page.indexOf("<form class=\"ask rule\""));
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (MatchResult found : FIELD.matcher(form.substring(0, form.indexOf("</form>")))
                .results()
                .toList()) {
            String chosen = found.group(4) == null
                    ? found.group(2)
                    : CHOSEN.matcher(found.group(4))
                            .results()
                            .map(one -> one.group(1))
                            .findFirst()
                            .orElse("");
            String name = found.group(1) == null ? found.group(3) : found.group(1);
            fields.add(Map.entry(name, PageClient.unescaped(chosen)));
        }
        return fields;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }
}
