package io.quanyi.catalogue;

import static io.quanyi.source.Written.file;
import static io.quanyi.source.Written.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.facts.Domain;
import io.quanyi.servicetime.Session;
import io.quanyi.servicetime.Window;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.text.Language;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueReaderTests {

    private static final String GOOD = """
            products:
              - { id: p-one, family: f, names: { zh-CN: 云·一, en: One }, aliases: [uno] }
              - { id: p-two, names: { zh-CN: 云·二, en: Two } }
            deployments: [public-cloud]
            plans:
              - { id: low, names: { zh-CN: 低, en: Low } }
              - { id: high, names: { zh-CN: 高, en: High } }
            topics:
              - { id: data, names: { zh-CN: 数据, en: Data } }
            severities:
              - { id: P1, names: { zh-CN: 一级, en: P1 } }
            windows:
              - id: desk
                names: { zh-CN: 工作时间, en: Working hours }
                zone: Asia/Shanghai
                calendar: cn
                week: { monday-friday: [08:30-12:00, 13:00-24:00], sunday: [10:00-11:00] }
                readings: [A06]
            channels:
              - { id: phone, names: { zh-CN: 电话, en: Phone }, contact: 400-1, window: desk }
            services:
              - id: help
                kind: plan
                names: { zh-CN: 帮助, en: Help }
                severity: P1
                activities:
                  - { id: look, names: { zh-CN: 看, en: Look } }
                beyond: [sp-more]
              - { id: sp-more, kind: special, names: { zh-CN: 更多, en: More } }
            groups:
              - { id: all, names: { zh-CN: 全部, en: All }, services: [help, sp-more] }
            openings:
              - { service: help, product: p-one }
            elsewhere:
              products: [p-three, { id: p-four, names: { zh-CN: 云·四, en: Four }, aliases: [quattro] }]
              services: [other]
            """;

    @Test
    void whatIsWrittenIsWhatIsSold() {
        Catalogue catalogue = good();
        assertThat(catalogue.version()).isEqualTo("2026-01-01");
        assertThat(catalogue.plans()).extracting(Catalogue.Plan::id).containsExactly("low", "high");
        assertThat(catalogue.services().keySet()).containsExactly("help", "sp-more");
        assertThat(service(catalogue, "sp-more").special()).isTrue();
        assertThat(service(catalogue, "help").special()).isFalse();
        assertThat(catalogue.openings()).containsExactly(new Catalogue.Opening("help", "p-one"));
        assertThat(catalogue.servicesOf("all")).containsExactly("help", "sp-more");
        assertThat(catalogue.servicesOf("other")).isEmpty();
        assertThat(catalogue.channels().values())
                .extracting(Catalogue.Channel::contact)
                .containsExactly("400-1");
    }

    @Test
    void aSpanOfDaysHasTheSameSessionsOnEachOfThem() {
        Map<DayOfWeek, List<Session>> week = desk(good()).week();
        assertThat(week)
                .containsOnlyKeys(
                        DayOfWeek.MONDAY,
                        DayOfWeek.TUESDAY,
                        DayOfWeek.WEDNESDAY,
                        DayOfWeek.THURSDAY,
                        DayOfWeek.FRIDAY,
                        DayOfWeek.SUNDAY);
        assertThat(week.get(DayOfWeek.FRIDAY))
                .containsExactly(Session.parse("08:30-12:00"), Session.parse("13:00-24:00"));
    }

    @Test
    void aSpanOfDaysMayRunOverTheWeekend() {
        Catalogue catalogue =
                read(GOOD.replace("monday-friday", "friday-saturday").replace("sunday: [", "monday: ["));
        assertThat(desk(catalogue).week()).containsOnlyKeys(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY, DayOfWeek.MONDAY);
        Catalogue over = read(GOOD.replace("monday-friday", "saturday-monday").replace("sunday: [", "friday: ["));
        assertThat(desk(over).week())
                .containsOnlyKeys(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p-one", "P-ONE", "云·一", "云一", "云•一", "云 一", "One", "ONE", "ｏｎｅ", "uno", " u n o ", "u/no", "u／no"
            })
    void aProductIsFoundByAnyWayOfWritingAnyOfItsNames(String written) {
        assertThat(good().product(written)).extracting(Catalogue.Product::id).isEqualTo("p-one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p", "f", "p-three", "one two", "云"})
    void aProductIsNotFoundByAnythingElse(String written) {
        assertThat(good().product(written)).isNull();
    }

    @Test
    void aProductWithoutAFamilyIsItsOwn() {
        assertThat(Objects.requireNonNull(good().product("p-one")).family()).isEqualTo("f");
        assertThat(Objects.requireNonNull(good().product("p-two")).family()).isEqualTo("p-two");
    }

    @Test
    void familiesMayHaveNames() {
        assertThat(good().families()).isEmpty();
        Catalogue named = read(withFamilies(
                "- { id: f, names: { zh-CN: 系列, en: Line } }", "- { id: g, names: { zh-CN: 另一, en: Other } }"));
        assertThat(named.families()).extracting(Catalogue.Term::id).containsExactly("f", "g");
        assertThat(named.ids(Domain.FAMILY)).containsExactly("f", "p-two", "g");
    }

    @Test
    void whereFamiliesAreDeclaredAProductStatesNoOther() {
        assertThat(faults(withFamilies("- { id: g, names: { zh-CN: 另一, en: Other } }")))
                .containsExactly("2:26  unknown-reference [text:domain.family, f, g]");
        assertThat(faults(withFamilies(
                        "- { id: f, names: { zh-CN: 系列, en: Line } }", "- { id: f, names: { zh-CN: 另一, en: Other } }")))
                .containsExactly("6:11  duplicate-id [f]");
        assertThat(faults(withFamilies("- { id: f, names: { zh-CN: 系列 } }")))
                .containsExactly("5:21 /families/0/names/en member-missing [en]");
    }

    private static String withFamilies(String... entries) {
        String families = "families:\n  " + String.join("\n  ", entries) + "\n";
        return GOOD.replace("deployments: [public-cloud]\n", families + "deployments: [public-cloud]\n");
    }

    @Test
    void idsAreWhatTheCatalogueListsOrTheVocabularyFixes() {
        Catalogue catalogue = good();
        assertThat(catalogue.ids(Domain.PLAN)).containsExactly("low", "high");
        assertThat(catalogue.ids(Domain.PRODUCT)).containsExactly("p-one", "p-two");
        assertThat(catalogue.ids(Domain.FAMILY)).containsExactly("f", "p-two");
        assertThat(catalogue.ids(Domain.SERVICE)).containsExactly("help", "sp-more");
        assertThat(catalogue.ids(Domain.CHANNEL)).containsExactly("phone");
        assertThat(catalogue.ids(Domain.WINDOW)).containsExactly("desk");
        assertThat(catalogue.ids(Domain.TOPIC)).containsExactly("data");
        assertThat(catalogue.ids(Domain.SEVERITY)).containsExactly("P1");
        assertThat(catalogue.ids(Domain.ACTIVITY)).containsExactly("look");
        assertThat(catalogue.ids(Domain.DEPLOYMENT)).containsExactly("public-cloud");
        assertThat(catalogue.ids(Domain.REGION)).contains("CN");
    }

    @Test
    void aSiblingsIdIsKnownAndNotHere() {
        assertThat(good().isElsewhere(Domain.SERVICE, "other")).isTrue();
        assertThat(good().isElsewhere(Domain.SERVICE, "help")).isFalse();
        assertThat(good().isElsewhere(Domain.TOPIC, "other")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"p-three", "P-・Three", "p-four", "云四", "雲・四", "FOUR", "quattro", "q u a t t r o"})
    void aSiblingsProductIsToldByAnyOfItsNames(String written) {
        assertThat(good().siblingProduct(written)).isNotNull();
        assertThat(good().product(written)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p", "p-one", "uno", "云", "three", "other"})
    void nothingElseIsASiblingsProduct(String written) {
        assertThat(good().siblingProduct(written)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
                    id: p-two               | id: p-one                   | 3:11  duplicate-id [p-one]
                    id: high                | id: low                     | 7:11  duplicate-id [low]
                    id: sp-more, kind       | id: help, kind              | 29:11  duplicate-id [help]
                    [public-cloud]          | [public-cloud, public-cloud] | 4:29  duplicate-id [public-cloud]
                    aliases: [uno]          | aliases: [TWO]              | 3:43  alias-of-two-products [two]
                    en: Two                 | en: U·N·O                   | 3:43  alias-of-two-products [uno]
                    [public-cloud]          | [moon]                      | 4:15  unknown-reference [text:domain.deployment, moon, on-premise, private-cloud-perpetual, private-cloud-subscription, public-cloud]
                    window: desk            | window: dusk                | 20:75  unknown-reference [text:domain.window, dusk, desk]
                    severity: P1            | severity: P9                | 25:15  unknown-reference [text:domain.severity, P9, P1]
                    beyond: [sp-more]       | beyond: [sp-less]           | 28:14  unknown-reference [text:domain.service, sp-less, help, sp-more]
                    service: help, product  | service: hulp, product      | 33:16  unknown-reference [text:domain.service, hulp, help, sp-more]
                    product: p-one          | product: p-six              | 33:31  unknown-reference [text:domain.product, p-six, p-one, p-two]
                    [p-three, {             | [p-two, {                   | 35:14  here-and-elsewhere [text:domain.product, p-two]
                    [p-three, {             | [UNO, {                     | 35:14  here-and-elsewhere [text:domain.product, UNO]
                    id: p-four              | id: p-two                   | 35:29  here-and-elsewhere [text:domain.product, p-two]
                    zh-CN: 云·四            | zh-CN: 云一                 | 35:53  here-and-elsewhere [text:domain.product, 云一]
                    en: Four                | en: T・WO                   | 35:62  here-and-elsewhere [text:domain.product, T・WO]
                    aliases: [quattro]      | aliases: [u/no]             | 35:80  here-and-elsewhere [text:domain.product, u/no]
                    aliases: [quattro]      | aliases: [P-THREE]          | 35:80  alias-of-two-products [p-three]
                    aliases: [quattro]      | aliases: ["·"]              | 35:80  product-name-empty [·]
                    aliases: [quattro]      | alias: [quattro]            | 35:70 /elsewhere/products/1/alias unknown-member [alias, id, names, aliases]
                    , { id: p-four          | `, p-three, { id: p-four`   | 35:23  duplicate-id [p-three]
                    id: p-four              | id: p-three                 | 35:29  duplicate-id [p-three]
                    id: p-four              | id: P_4                     | 35:29 /elsewhere/products/1/id text-not-of-form [P_4, text:form.id]
                    [p-three, {             | [P_3, {                     | 35:14 /elsewhere/products/0/id text-not-of-form [P_3, text:form.id]
                    , en: Four              | `, de: Vier`                | 35:44 /elsewhere/products/1/names/en member-missing [en]
                    services: [other]       | services: [help]            | 36:14  here-and-elsewhere [text:domain.service, help]
                    services: [help, sp-more] | services: []              | 31:11  group-empty [all]
                    services: [help, sp-more] | services: [help, hulp]    | 31:64  unknown-reference [text:domain.service, hulp, help, sp-more]
                    services: [help, sp-more] | services: [help, help]    | 31:64  duplicate-id [help]
                    monday-friday           | mon-fri                     | 17:22  not-days-of-week [mon-fri]
                    sunday: [10:00-11:00]   | sunday: [25:00-11:00]       | 17:65  not-a-session [25:00-11:00]
                    sunday: [10:00-11:00]   | sunday: [11:00-10:00]       | 17:65  not-a-session [11:00-10:00]
                    sunday: [10:00-11:00]   | sunday: 10:00-11:00         | 17:64  not-a-list []
                    13:00-24:00             | 11:00-24:00                 | 17:28  sessions-overlap [desk, 08:30-12:00, 11:00-24:00]
                    sunday: [10:00-11:00]   | friday: [10:00-11:00]       | 17:28  sessions-overlap [desk, 08:30-12:00, 10:00-11:00]
                    zone: Asia/Shanghai     | zone: CST                   | 15:11 /windows/0/zone not-a-zone [CST]
                    kind: special           | kind: extra                 | 29:26 /services/1/kind text-not-of-form [extra, plan, special]
                    id: high                | id: High_1                  | 7:11 /plans/1/id text-not-of-form [High_1, text:form.id]
                    readings: [A06]         | readings: [6]               | 18:16 /windows/0/readings/0 text-not-of-form [6, text:form.reading]
                    , en: Phone             | `, en:`                     | 20:41 /channels/0/names/en null-in-list []
                    kind: plan              | knid: plan                  | 23:5 /services/0/knid unknown-member [knid, id, kind, names, severity, activities, beyond, instead]
                    """)
    void aCatalogueThatDoesNotHoldSaysWhere(String good, String bad, String fault) {
        assertThat(GOOD).contains(good);
        assertThat(faults(GOOD.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad))))
                .contains(fault);
    }

    private static String withCodes(String... entries) {
        return GOOD.replaceFirst("windows:", "codes:\n  " + String.join("\n  ", entries) + "\nwindows:")
                .replace("[public-cloud]", "[public-cloud, edge]");
    }

    private static final String EDGE = "- { id: edge, kind: deployment, names: { zh-CN: 边缘, en: Edge } }";

    private static String code(String id, String kind) {
        return "- { id: " + id + ", kind: " + kind + ", names: { zh-CN: 码, en: Code } }";
    }

    @Test
    void codesMayBeDeclaredBesideThoseThatEveryProgrammeHas() {
        Catalogue catalogue = read(withCodes(EDGE, code("logs", "condition"), code("pt-BR", "language")));
        assertThat(catalogue.ids(Domain.DEPLOYMENT)).containsExactly("public-cloud", "edge");
        assertThat(catalogue.ids(Domain.CONDITION)).contains("by-agreement", "logs");
        assertThat(catalogue.ids(Domain.LANGUAGE)).containsExactly("en", "local", "zh-CN", "pt-BR");
        assertThat(catalogue.ids(Domain.DENIAL)).doesNotContain("logs");
        assertThat(Objects.requireNonNull(catalogue.codeNames(Domain.CONDITION, "logs"))
                        .in(Language.ENGLISH))
                .isEqualTo("Code");
        assertThat(catalogue.codeNames(Domain.DENIAL, "logs")).isNull();
        assertThat(good().ids(Domain.CONDITION)).doesNotContain("logs");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
                    region-not-covered, denial   | 14:11  code-built-in [text:domain.denial, region-not-covered]
                    by-agreement, condition      | 14:11  code-built-in [text:domain.condition, by-agreement]
                    on-premise, deployment       | 14:11  code-built-in [text:domain.deployment, on-premise]
                    zh-CN, language              | 14:11  code-built-in [text:domain.language, zh-CN]
                    klingonisch, language        | 14:11  language-tag [klingonisch]
                    i, language                  | 14:11  language-tag [i]
                    edge, denial                 | 14:11  duplicate-id [edge]
                    a_b, denial                  | 14:11 /codes/1/id text-not-of-form [a_b, text:form.id]
                    """)
    void aCodeThatNoRuleCouldNameForItselfIsRefused(String entry, String fault) {
        String[] code = entry.split(", ", -1);
        assertThat(faults(withCodes(EDGE, code(code[0], code[1])))).containsExactly(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quota-unit", "plan", "Denial", "region"})
    void aCodeOfAnotherKindIsRefused(String kind) {
        assertThat(faults(withCodes(EDGE, code("x", kind))))
                .singleElement()
                .asString()
                .startsWith("14:20 /codes/1/kind text-not-of-form [" + kind);
    }

    @Test
    void everyKindThatAnEntryMayStateIsOneOfCodes() {
        for (Domain kind : Catalogue.codeKinds()) {
            assertThat(read(withCodes(EDGE, code("ja", kind.code()))).codeNames(kind, "ja"))
                    .as(kind.code())
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
                    kind: id          | kind: text     | 13:57 /measures/0/kind text-not-of-form [text, number, id, date, boolean]
                    kind: id          | kind: date     | 13:5 /measures/0 measure-values []
                    kind: boolean     | kind: id       | 14:5 /measures/1 measure-values []
                    id: silver        | id: gold       | 13:149  duplicate-id [gold]
                    id: silver        | id: gold/x     | 13:149 /measures/0/values/1/id text-not-of-form [gold/x, text:form.id]
                    en: Gold plate    | en: Silver     | 15:90  measure-value-named-twice [gold]
                    """)
    void aMeasureThatDoesNotHoldSaysWhere(String good, String bad, String fault) {
        String measures = GOOD.replace("windows:", """
            measures:
              - { id: tier, names: { zh-CN: 等级, en: Tier }, of: subscription, kind: id, values: [{ id: gold, names: { zh-CN: 金牌, en: Gold plate } }, { id: silver, names: { zh-CN: 银牌, en: Silver } }] }
              - { id: hosted, names: { zh-CN: 托管, en: Hosted }, of: question, kind: boolean }
              - { id: level, names: { zh-CN: 级别, en: Level }, of: question, kind: id, values: [{ id: gold, names: { zh-CN: 金牌, en: Gold plate } }] }
            windows:""");
        assertThat(faults(measures.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad))))
                .anySatisfy(found -> assertThat(found.replaceFirst("^[0-9]+:[0-9]+", ""))
                        .isEqualTo(fault.replaceFirst("^[0-9]+:[0-9]+", "")))
                .allSatisfy(found -> assertThat(found).startsWith(fault.replaceFirst(":.*", ":")));
    }

    @Test
    void aCatalogueWithoutPlansDecidesNothing() {
        String none = GOOD.replaceFirst("plans:\n.*\n.*\n", "plans: []\n");
        assertThat(faults(none)).contains("5:8  plans-empty []");
    }

    /** Each fault that a catalogue can have, with an edit that makes it. */
    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
                    products:               | products: &a                | yaml-alias
                    products:               | products: !!seq             | yaml-tag
                    products:               | `%YAML 1.2\\n---\\nproducts:` | yaml-directive
                    products:               | `\\tproducts:`               | yaml-tab
                    products:               | `[a]: b\\nproducts:`         | yaml-key-no-text
                    products:               | `plans: []\\nproducts:`      | duplicate-member
                    products:               | products: ]                 | yaml-syntax
                    products:               | products：                  | yaml-full-width
                    products:               | `one: 1\\n---\\nproducts:`    | yaml-several-documents
                    products:               | gone:                       | member-missing
                    products:               | `more: 1\\nproducts:`        | unknown-member
                    plans:                  | `plans: none\\nseverities2:` | not-a-list
                    en: Two                 | en: [Two]                   | wrong-type
                    names: { zh-CN: 云·二, en: Two } | names: Two         | not-an-object
                    names: { zh-CN: 云·二, en: Two } | names: { en: Two } | member-missing
                    names: { zh-CN: 云·二, en: Two } | names：Two          | unknown-member
                    en: Two                 | en:                         | null-in-list
                    id: high                | id: High_1                  | text-not-of-form
                    en: Two                 | en: "a\\\\u200bb"              | character-deceptive
                    zone: Asia/Shanghai     | zone: CST                   | not-a-zone
                    hours                   | hours                       | window-incomplete
                    calendar: cn            | announcements: cn           | window-announcements
                    calendar: cn            | `calendar: cn\\n    workingDayHours: 0.4` | number-out-of-range
                    calendar: cn            | `calendar: cn\\n    workingDayHours: 24.5` | number-out-of-range
                    calendar: cn            | `calendar: cn\\n    workingDayHours: 8.125` | number-too-fine
                    08:30-12:00, 13:00-24:00 | 08:30                      | not-a-session
                    [08:30-12:00, 13:00-24:00], sunday: [10:00-11:00] | [] | window-empty
                    """)
    void everyFaultHasALineAndAColumn(String good, String bad, String code) {
        String edited = code.equals("window-incomplete")
                ? GOOD.replace("    zone: Asia/Shanghai\n", "")
                : GOOD.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad.translateEscapes()));
        Faults faults = new Faults();
        CatalogueReader.read(file("c.yaml", edited), "2026-01-01", faults);
        assertThat(faults.sorted()).extracting(Fault::code).contains(code);
        assertThat(faults.sorted()).allSatisfy(fault -> {
            assertThat(fault.position().line()).isPositive();
            assertThat(fault.position().column()).isPositive();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 33, 4_194_305, 10_001})
    void aFaultOfTheWholeFileHasALineAndAColumn(int size) {
        String text = size == 33 ? "[".repeat(size) + "]".repeat(size) : "a".repeat(size);
        Faults faults = new Faults();
        CatalogueReader.read(file("c.yaml", text), "2026-01-01", faults);
        assertThat(faults.sorted())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.position().column()).isPositive());
    }

    @ParameterizedTest
    @ValueSource(strings = {"week: {}", "week: { monday: [] }", "hours: unstated", "zone2: UTC"})
    void aWindowIsOpenAtSomeTimeOrItsHoursAreUnstated(String more) {
        String week = "week: { monday-friday: [08:30-12:00, 13:00-24:00], sunday: [10:00-11:00] }";
        String added = more.startsWith("week") ? more : week + "\n    " + more;
        assertThat(faults(GOOD.replace(week, added))).isNotEmpty();
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertThat(faults(GOOD.replace("p-two", "p-one")
                        .replace("window: desk", "window: dusk")
                        .replace("[other]", "[help]")))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    private static Catalogue.Service service(Catalogue catalogue, String id) {
        return Objects.requireNonNull(catalogue.services().get(id), id);
    }

    private static Window desk(Catalogue catalogue) {
        Catalogue.OpeningHours hours =
                Objects.requireNonNull(catalogue.windows().get("desk"));
        return Objects.requireNonNull(hours.window());
    }

    private static Catalogue good() {
        return read(GOOD);
    }

    private static Catalogue read(String text) {
        Faults faults = new Faults();
        Catalogue catalogue = CatalogueReader.read(file("c.yaml", text), "2026-01-01", faults);
        assertThat(lines(faults)).isEmpty();
        return Objects.requireNonNull(catalogue);
    }

    private static List<String> faults(String text) {
        Faults faults = new Faults();
        assertThat(CatalogueReader.read(file("c.yaml", text), "2026-01-01", faults))
                .isNull();
        return lines(faults);
    }
}
