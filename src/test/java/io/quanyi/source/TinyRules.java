package io.quanyi.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** The smallest complete tree of rules, to which tests add single faults. */
public final class TinyRules {

    private static final String LEDGER = "tiny/releases.yaml";

    private final SourceTree tree;

    private TinyRules(SourceTree tree) {
        this.tree = tree;
    }

    /** A programme without a ledger. */
    public static TinyRules draft() {
        return new TinyRules(SourceTree.of(List.of(
                Written.file("readings.yaml", READINGS),
                Written.file("calendars/2026-01-01/cn/2026.yaml", CALENDAR),
                Written.file("tiny/programme.yaml", PROGRAMME),
                Written.file("tiny/policy/1/clauses.yaml", CLAUSES),
                Written.file("tiny/catalogue/2026-01-01.yaml", CATALOGUE),
                Written.file("tiny/policy/1/help.drl", HELP),
                Written.file("tiny/policy/1/plans.drl", PLANS),
                Written.file("tiny/policy/1/help.cases.yaml", CASES))));
    }

    /** The programme with one release without a lower bound. */
    public static TinyRules sealed() {
        return draft().with(LEDGER, "releases:\n" + draft().entry(1, "publishedAt: 2026-01-01T00:00:00Z"));
    }

    /** A ledger entry for the newest files. */
    public String entry(int number, String times) {
        return """
                  - number: %d
                    policy: 1
                    catalogue: 2026-01-01
                    calendars: 2026-01-01
                    %s
                    publishedBy: somebody
                    digest: %s
                """.formatted(number, times, digest());
    }

    /** The digest that an entry must state. */
    public String digest() {
        return digest("tiny");
    }

    private String digest(String programme) {
        List<SourceFile> files = new ArrayList<>(tree.under(programme + "/policy/1/"));
        files.addAll(tree.under(programme + "/catalogue/2026-01-01.yaml"));
        files.addAll(tree.under("calendars/2026-01-01/"));
        return SourceTree.digest(files);
    }

    /** A copy with a file added or replaced. */
    public TinyRules with(String path, String text) {
        return new TinyRules(tree.with(Written.file(path, text)));
    }

    /** A copy in which a text, which must be present, is replaced. */
    public TinyRules change(String path, String text, String other) {
        String before = text(path);
        if (!before.contains(text)) {
            throw new AssertionError(path + " does not say " + text);
        }
        return with(path, before.replace(text, other));
    }

    /** A copy with a file copied. */
    public TinyRules copy(String path, String to) {
        return with(to, text(path));
    }

    /** A copy without the files of a prefix. */
    public TinyRules without(String prefix) {
        return only(file -> !file.path().startsWith(prefix));
    }

    /** A copy with a second programme that differs in its name only. */
    public TinyRules twice() {
        SourceTree both = tree;
        for (SourceFile file : tree.under("tiny/")) {
            String text = text(file.path()).replace("id: tiny", "id: twin").replace("package tiny", "package twin");
            both = both.with(Written.file(file.path().replace("tiny/", "twin/"), text));
        }
        TinyRules two = new TinyRules(both);
        return tree.file(LEDGER) == null ? two : two.change("twin/releases.yaml", digest(), two.digest("twin"));
    }

    /** The tree. */
    public SourceTree tree() {
        return tree;
    }

    /** Writes it to a folder. */
    public Path write(Path folder) {
        try {
            for (SourceFile file : tree.under("")) {
                Path path = folder.resolve(file.path());
                Files.createDirectories(path.getParent());
                Files.write(path, file.bytes());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return folder;
    }

    private TinyRules only(Predicate<SourceFile> wanted) {
        return new TinyRules(
                SourceTree.of(tree.under("").stream().filter(wanted).toList()));
    }

    private String text(String path) {
        SourceFile file = Objects.requireNonNull(tree.file(path), path);
        return Objects.requireNonNull(file.text(new Faults()));
    }

    private static final String READINGS = """
            readings:
              - { id: A01, firm: true, text: { zh-CN: 工作日按八小时计, en: A working day is eight hours } }
            """;

    private static final String CALENDAR = """
            id: cn
            knownFrom: 2026-01-01
            knownTo: 2026-12-31
            source: { title: 通知, publishedOn: 2025-11-04 }
            holidays:
              - { name: { zh-CN: 元旦, en: New Year's Day }, from: 2026-01-01, to: 2026-01-03, statutory: [2026-01-01] }
            """;

    private static final String PROGRAMME = """
            id: tiny
            names: { zh-CN: 小方案, en: Tiny }
            vendor: { zh-CN: 某厂商, en: Somebody }
            zone: Asia/Shanghai
            authority: official
            source: { title: 一页纸, language: en }
            """;

    private static final String CLAUSES = """
            period: none
            clauses:
              - { number: 零, quote: 前言, gloss: Preface, decides: false, reason: { zh-CN: 客套, en: A courtesy } }
              - { number: 一, item: 帮助, quote: 提供帮助, gloss: There is help, decides: true }
              - { number: 二, quote: 1 个工作日内答复, gloss: Answered within 1 working day, decides: true }
              - { number: 三, quote: 高档包含低档, gloss: High contains low, decides: true }
            """;

    private static final String CATALOGUE = """
            products: [{ id: thing, names: { zh-CN: 东西, en: Thing } }]
            deployments: [public-cloud]
            plans:
              - { id: low, names: { zh-CN: 低, en: Low } }
              - { id: high, names: { zh-CN: 高, en: High } }
            windows:
              - id: desk
                names: { zh-CN: 工作时间, en: Working hours }
                zone: Asia/Shanghai
                calendar: cn
                week: { monday-friday: [08:30-12:00, 13:00-17:30] }
                readings: [A01]
            channels: [{ id: phone, names: { zh-CN: 电话, en: Phone } }]
            services:
              - { id: help, kind: plan, names: { zh-CN: 帮助, en: Help } }
              - { id: sp-more, kind: special, names: { zh-CN: 更多, en: More } }
            """;

    private static final String HELP = """
            package tiny.help

            import io.quanyi.facts.*
            import static io.quanyi.servicetime.Target.*

            rule "Help comes with low"
                @id(T-HE-01) @clause("一 帮助") @zh("低档包含帮助")
            when
                Question(service == "help")
                Plan(id == "low")
            then
                insert(new Granted());
            end

            rule "In high help is answered within 1 working day"
                @id(T-HE-02) @clause("二") @reading(A01) @zh("高档的帮助，1 个工作日内答复")
            when
                Question(service == "help")
                Plan(id == "high")
            then
                insert(new Response(workingDays(1), "desk"));
            end
            """;

    private static final String PLANS = """
            package tiny.plans

            import io.quanyi.facts.*

            rule "High contains low"
                @id(T-PL-01) @clause("三") @zh("高档包含低档")
            when
                Plan(id == "high")
            then
                insert(new Plan("low"));
            end
            """;

    private static final String CASES = """
            fixtures:
              high:
                subscription: { plan: high, product: thing }
            cases:
              - name: high is answered on the next working day
                note: Fri 16:00–17:30 is 1.5 h, Mon 08:30–12:00 3.5 h and 13:00–16:00 3 h; together 8 h
                given: high
                question: { service: help, at: 2026-11-20T16:00:00+08:00 }
                expect: { outcome: ENTITLED, response: { dueAt: 2026-11-23T16:00:00+08:00 } }
                fires: [T-HE-01, T-HE-02, T-PL-01]
              - name: low is helped
                subscription: { plan: low }
                question: { service: help, at: 2026-11-20T16:00:00+08:00 }
                expect: { outcome: ENTITLED, response: null }
                fires: [T-HE-01]
                silent: [T-HE-02, T-PL-01]
              - name: more is not in high
                given: high
                question: { service: sp-more, at: 2026-11-20T16:00:00+08:00 }
                expect: { outcome: NOT_ENTITLED, reasons: [{ code: not-in-plan }] }
                silent: [T-HE-01]
            """;
}
