package io.quanyi.impact;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A small programme for tests: two services, and one entry of every kind that a catalogue can have. */
public record SmallProgramme(String catalogue, List<String> rules) {

    /** The usual catalogue. */
    public static final String CATALOGUE = """
        products:
          - { id: alpha, family: greek, names: { zh-CN: 阿尔法, en: Alpha }, aliases: [First] }
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
              - { id: create-group, names: { zh-CN: 建, en: Setting up } }
              - { id: add-members, names: { zh-CN: 加, en: Adding } }
              - { id: answering, names: { zh-CN: 答, en: Answering } }
          - id: sp-tuning
            kind: special
            names: { zh-CN: 调优, en: Tuning }
        openings:
          - { service: support, product: alpha }
        elsewhere:
          products: [omega]
          services: [ticketing]
          channels: [fax]
          topics: [requirement]
          severities: [urgent]
          activities: [dancing]
        """;

    /** The faults of rules that are correct alone and contradict each other. */
    private static final Set<String> CONTRADICTIONS = Set.of("terms-conflict", "opening-without-product");

    private static final String PROGRAMME = """
        id: little
        names: { zh-CN: 小, en: Little }
        vendor: { zh-CN: 商, en: Vendor }
        zone: Asia/Shanghai
        authority: official
        source: { title: Document }
        """;

    private static final String CLAUSES = """
        clauses:
          - { number: "1", quote: The first clause, gloss: The first, decides: true }
        """;

    private static final String PLANS = """
            package little.plans
            import io.quanyi.facts.*
            """
            + rule("P-1", "Plan(id == 'preferred')", "new Plan('basic')")
            + rule("P-2", "Plan(id == 'exclusive')", "new Plan('preferred')");

    /** A programme with the usual catalogue. */
    public static SmallProgramme of(List<String> rules) {
        return new SmallProgramme(CATALOGUE, rules);
    }

    /** A rule of one condition and one outcome. */
    public static String rule(String id, String when, String then) {
        return """

            rule 'Rule %s' @id(%s) @clause('1')
            when
                %s
            then
                insert(%s);
            end
            """.formatted(id, id, when, then).replace('\'', '"');
    }

    /** The release; empty if the rules contradict each other. */
    public Optional<ProgrammeRelease> release() {
        List<SourceFile> files = new ArrayList<>(ShippedEdits.SHIPPED.under("calendars/"));
        files.add(Objects.requireNonNull(ShippedEdits.SHIPPED.file("readings.yaml")));
        String text = "package little.support\nimport io.quanyi.facts.*\nimport static io.quanyi.servicetime.Target.*\n"
                + String.join("", rules);
        files.add(file("little/programme.yaml", PROGRAMME));
        files.add(file("little/policy/1/clauses.yaml", CLAUSES));
        files.add(file("little/catalogue/1.yaml", catalogue));
        files.add(file("little/policy/1/plans.drl", PLANS));
        files.add(file("little/policy/1/support.drl", text));
        Faults faults = new Faults();
        ProgrammeRelease release = RulesTree.draft(
                SourceTree.of(files), new ReleaseId("little", 1, "1", "1", "2026-01-01", "sha256:0"), faults);
        try {
            faults.throwIfAny();
        } catch (FaultsFound e) {
            boolean isOnlyThat = faults.sorted().stream().allMatch(fault -> CONTRADICTIONS.contains(fault.code()));
            if (!isOnlyThat) {
                throw e;
            }
            return Optional.empty();
        }
        return Optional.of(Objects.requireNonNull(release));
    }

    private static SourceFile file(String path, String text) {
        return new SourceFile(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
