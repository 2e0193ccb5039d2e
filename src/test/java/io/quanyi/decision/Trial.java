package io.quanyi.decision;

import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.policy.CompiledPolicy;
import io.quanyi.policy.PolicyFiles;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Two programmes that the project ships, and a small one for what the shipped ones do not say. */
final class Trial {

    private static final SourceTree RULES = SourceTree.ofFolder(Path.of("rules"));

    /** The first release of the public cloud programme. */
    static final ProgrammeRelease GALAXY =
            load(RULES, new ReleaseId("kingdee-galaxy-public", 1, "2025.1", "2025-01-01", "2026-01-01", "sha256:0"));

    /** The first release of premium success. */
    static final ProgrammeRelease PREMIUM =
            load(RULES, new ReleaseId("kingdee-premium-success", 1, "2025.1", "2025-01-01", "2026-01-01", "sha256:0"));

    private static final String PROGRAMME = """
            id: trial
            names: { zh-CN: 试, en: Trial }
            vendor: { zh-CN: 商, en: Vendor }
            zone: Asia/Shanghai
            authority: official
            source: { title: Document }
            """;

    private static final String CLAUSES = """
            clauses:
              - { number: "1", quote: The first clause, gloss: The first, decides: true }
              - { number: "2", quote: The second clause, gloss: The second, decides: true }
            """;

    private static final String CATALOGUE = """
            products:
              - { id: alpha, family: greek, names: { zh-CN: 阿尔法, en: Alpha }, aliases: [Alpha·One, K/1, 云•一号] }
              - { id: beta, family: greek, names: { zh-CN: 贝塔, en: Beta } }
              - { id: lone, names: { zh-CN: 独, en: Lone } }
            deployments: [public-cloud, on-premise]
            plans:
              - { id: basic, names: { zh-CN: 基, en: Basic } }
              - { id: preferred, names: { zh-CN: 优, en: Preferred } }
              - { id: exclusive, names: { zh-CN: 尊, en: Exclusive } }
            topics:
              - { id: application, names: { zh-CN: 应用, en: Application } }
              - { id: data, names: { zh-CN: 数据, en: Data } }
            severities:
              - { id: P1, names: { zh-CN: 一级, en: P1 } }
              - { id: P2, names: { zh-CN: 二级, en: P2 } }
            measures:
              - { id: subscriptions, names: { zh-CN: 订阅数, en: Subscriptions }, kind: number, of: subscription }
              - { id: cores, names: { zh-CN: 核数, en: Cores }, kind: number, of: question }
              - { id: tier, names: { zh-CN: 客户等级, en: Tier }, kind: id, of: subscription, values: [{ id: gold, names: { zh-CN: 金牌, en: Gold } }, { id: silver, names: { zh-CN: 银牌, en: Silver } }] }
              - { id: audited, names: { zh-CN: 审计日期, en: Day of the audit }, kind: date, of: question }
              - { id: hosted, names: { zh-CN: 由厂商托管, en: Hosted by the vendor }, kind: boolean, of: subscription }
            windows:
              - id: 5x8
                names: { zh-CN: 5×8, en: 5×8 }
                zone: Asia/Shanghai
                calendar: cn
                week: { monday-friday: [08:30-12:00, 13:00-17:30] }
                readings: [A06]
              - id: 7x12
                names: { zh-CN: 7×12, en: 7×12 }
                zone: Asia/Shanghai
                week: { monday-sunday: [08:30-20:30] }
                readings: [A07]
            channels:
              - { id: phone, names: { zh-CN: 电话, en: Phone }, contact: "400", window: 7x12 }
              - { id: im, names: { zh-CN: 即时, en: IM } }
              - { id: ticket, names: { zh-CN: 工单, en: Ticket }, window: 5x8 }
            services:
              - id: support
                kind: plan
                names: { zh-CN: 支持, en: Support }
                activities:
                  - { id: answering, names: { zh-CN: 答, en: Answering } }
                  - { id: building, names: { zh-CN: 建, en: Building } }
                beyond: [sp-tuning]
                instead: [moments]
              - id: moments
                kind: plan
                names: { zh-CN: 时刻, en: Moments }
              - id: alarm
                kind: plan
                names: { zh-CN: 警, en: Alarm }
                severity: P1
              - id: sp-tuning
                kind: special
                names: { zh-CN: 调优, en: Tuning }
            openings:
              - { service: support, product: alpha }
              - { service: support, product: alpha }
              - { service: moments, product: beta }
            elsewhere:
              products: [omega]
              deployments: [private-cloud-perpetual]
              services: [ticketing]
              channels: [fax]
              topics: [requirement]
              severities: [urgent]
              activities: [dancing]
            """;

    private static final String PLANS = """
            package trial.plans
            import io.quanyi.facts.*
            """
            + rule("T-PL-01", "Plan(id == 'preferred')", "new Plan('basic')")
            + rule("T-PL-02", "Plan(id == 'exclusive')", "new Plan('preferred')");

    private static final ProgrammeRelease BARE = bare();

    private Trial() {}

    /** A rule that rests on the first clause; quotes may be single ones. */
    static String rule(String id, String when, String then) {
        return rule(id, "@clause('1')", when, then);
    }

    static String rule(String id, String annotations, String when, String then) {
        return """

                rule 'Rule %s' @id(%s) %s
                when
                    %s
                then
                    insert(%s);
                end
                """.formatted(id, id, annotations, when, then).replace('\'', '"');
    }

    /** A rule on support without more conditions. */
    static String support(String id, String then) {
        return rule(id, "Question(service == 'support')", then);
    }

    /** A rule on support as one plan has it. */
    static String support(String id, String plan, String then) {
        return rule(id, "Question(service == 'support') Plan(id == '%s')".formatted(plan), then);
    }

    /** The small programme with these rules; preferred contains basic, and exclusive preferred. */
    static ProgrammeRelease of(String... rules) {
        String text = "package trial.support\nimport io.quanyi.facts.*\n"
                + "import static io.quanyi.servicetime.Target.*\n"
                + String.join("", rules);
        Faults faults = new Faults();
        List<SourceFile> files =
                List.of(file("trial/policy/1/plans.drl", PLANS), file("trial/policy/1/support.drl", text));
        CompiledPolicy policy = CompiledPolicy.compile("trial", "1", new PolicyFiles(files), BARE.catalogue(), faults);
        faults.throwIfAny();
        return BARE.withPolicy(Objects.requireNonNull(policy));
    }

    /** A release whose rules have given findings, whatever they are asked. */
    static ProgrammeRelease stating(List<Finding> findings) {
        return BARE.withEvaluator(facts -> findings);
    }

    private static ProgrammeRelease bare() {
        List<SourceFile> files = new ArrayList<>(RULES.under("calendars/"));
        files.add(Objects.requireNonNull(RULES.file("readings.yaml")));
        files.add(file("trial/programme.yaml", PROGRAMME));
        files.add(file("trial/policy/1/clauses.yaml", CLAUSES));
        files.add(file("trial/catalogue/1.yaml", CATALOGUE));
        files.add(file("trial/policy/1/plans.drl", PLANS));
        return load(SourceTree.of(files), new ReleaseId("trial", 1, "1", "1", "2026-01-01", "sha256:0"));
    }

    private static ProgrammeRelease load(SourceTree tree, ReleaseId id) {
        Faults faults = new Faults();
        ProgrammeRelease release = RulesTree.draft(tree, id, faults);
        faults.throwIfAny();
        return Objects.requireNonNull(release);
    }

    private static SourceFile file(String path, String text) {
        return new SourceFile(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
