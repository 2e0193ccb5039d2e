package io.quanyi.source;

import static io.quanyi.source.Written.json;
import static io.quanyi.source.Written.lines;
import static io.quanyi.source.Written.nothing;
import static io.quanyi.source.Written.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.text.BilingualText;
import io.quanyi.text.InvalidValue;
import io.quanyi.text.Language;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordBinderTests {

    private static final String MEMBERS =
            "text, number, whole, truth, date, instant, zone, names, list, map, inner, any";

    record Inner(String id, int count) {}

    record Everything(
            @Size(max = 3) @Pattern(regexp = "[a-z]+") @Nullable String text,

            @DecimalMin("1") @DecimalMax("9") @Digits(integer = 1, fraction = 1) @Nullable BigDecimal number,

            @DecimalMin("1") @Nullable Integer whole,
            @Nullable Boolean truth,
            @Nullable LocalDate date,
            @Nullable OffsetDateTime instant,
            @Nullable ZoneId zone,
            @Nullable BilingualText names,

            @Size(max = 2) @Pattern(regexp = "[a-z]+") @Nullable List<String> list,

            @Nullable Map<String, Inner> map,
            @Nullable Inner inner,
            @Nullable Tree any) {}

    record Picky(String id) {

        Picky {
            if (id.equals("bad")) {
                throw new InvalidValue("clause-reason");
            }
        }
    }

    @OneOf({"one", "many"})
    record Choice(
            @Nullable String one,
            @Nullable List<String> many,
            @Nullable Integer more) {}

    @ShortForm("id")
    record Entry(
            @Pattern(regexp = "[a-z]+") String id, @Nullable Integer count) {}

    record Entries(List<Entry> list) {}

    private final Faults faults = new Faults();

    @Test
    void everyTypeIsReadFromPlainYaml() {
        Tree tree = yaml("""
                text: abc
                number: 1.5
                whole: 3
                truth: true
                date: 2026-03-31
                instant: 2026-03-31T16:00:00+08:00
                zone: Asia/Shanghai
                names: { zh-CN: 甲, en: A }
                list: [on, no]
                map: { one: { id: x, count: 1 }, two: { id: y, count: 2 } }
                inner: { id: z, count: 0 }
                """);
        assertThat(bound(tree)).isEqualTo(everything());
    }

    @Test
    void everyTypeIsReadFromJson() {
        Tree tree = json(Map.ofEntries(
                Map.entry("text", "abc"),
                Map.entry("number", new BigDecimal("1.5")),
                Map.entry("whole", 3),
                Map.entry("truth", true),
                Map.entry("date", "2026-03-31"),
                Map.entry("instant", "2026-03-31T16:00:00+08:00"),
                Map.entry("zone", "Asia/Shanghai"),
                Map.entry("names", Map.of("zh-CN", "甲", "en", "A")),
                Map.entry("list", List.of("on", "no")),
                Map.entry("map", Map.of("one", Map.of("id", "x", "count", 1), "two", Map.of("id", "y", "count", 2))),
                Map.entry("inner", Map.of("id", "z", "count", 0))));
        assertThat(bound(tree)).isEqualTo(everything());
    }

    @Test
    void nullIsTheSameAsAbsence() {
        Everything nothing = new Everything(null, null, null, null, null, null, null, null, null, null, null, null);
        assertThat(bound(yaml("{ text: null, number: ~, inner: , list: null }")))
                .isEqualTo(nothing);
        assertThat(bound(json(Map.of("text", nothing(), "names", nothing())))).isEqualTo(nothing);
    }

    @Test
    void nullDoesNotStandForAMemberThatMustBeThere() {
        assertThat(refused(yaml("{ id: null, count: 1 }"), Inner.class)).containsExactly("1:1 /id member-missing [id]");
    }

    @Test
    void oneOfTheMembersMustBeThereWhichExcludeEachOther() {
        Choice one = new Choice("a", null, null);
        assertThat(new RecordBinder(faults).require(yaml("{ one: a, many: null }"), Choice.class))
                .isEqualTo(one);
        assertThat(refused(yaml("{ many: [], more: x }"), Choice.class))
                .containsExactly("1:1 /one member-missing [one]", "1:19 /more number-not-plain [x]");
        assertThat(refused(yaml("{ many: [b], one: 1 }"), Choice.class))
                .containsExactly("1:1 /many member-in-place-of-other [many, one]");
    }

    @Test
    void aRecordWithAShortFormMayBeASingleValue() {
        assertThat(new RecordBinder(faults).require(yaml("list: [a, { id: b, count: 2 }, { id: c }]"), Entries.class))
                .isEqualTo(new Entries(List.of(new Entry("a", null), new Entry("b", 2), new Entry("c", null))));
        assertThat(refused(yaml("list: [1, { count: 2 }, [a], ~]"), Entries.class))
                .containsExactly(
                        "1:8 /list/0/id text-not-of-form [1, [a-z]+]",
                        "1:11 /list/1/id member-missing [id]",
                        "1:25 /list/2 not-an-object []",
                        "1:30 /list/3 null-in-list []");
    }

    @Test
    void aMemberMayTakeWhateverIsWritten() {
        Everything bound = bound(yaml("any: { a: [1, 2] }"));
        assertThat(bound.any()).isInstanceOf(Tree.Obj.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    text: abcd                     | 1:7 /text text-too-long [4, 3]
                    text: A                        | 1:7 /text text-not-of-form [A, [a-z]+]
                    text: [a]                      | 1:7 /text wrong-type [text:type.text]
                    number: one                    | 1:9 /number number-not-plain [one]
                    number: 0.9                    | 1:9 /number number-out-of-range [0.9, 1, 9]
                    number: 9.1                    | 1:9 /number number-out-of-range [9.1, 1, 9]
                    number: 1.25                   | 1:9 /number number-too-fine [1.25, 1]
                    number: '"1"'                  | 1:9 /number wrong-type [text:type.number]
                    whole: 1.5                     | 1:8 /whole number-not-whole [1.5]
                    whole: 0                       | 1:8 /whole number-out-of-range [0, 1, …]
                    whole: {}                      | 1:8 /whole wrong-type [text:type.whole-number]
                    truth: yes                     | 1:8 /truth not-a-boolean [yes]
                    truth: '"true"'                | 1:8 /truth wrong-type [text:type.truth]
                    date: 2026-02-29               | 1:7 /date not-a-date [2026-02-29]
                    instant: 2026-03-31T16:00:00   | 1:10 /instant not-an-instant [2026-03-31T16:00:00]
                    zone: CST                      | 1:7 /zone not-a-zone [CST]
                    names: A                       | 1:8 /names not-an-object []
                    names: { en: [], zh-CN: 甲 }    | 1:14 /names/en wrong-type [text:type.text]
                    list: a                        | 1:7 /list not-a-list []
                    list: [a, b, c]                | 1:7 /list too-many [3, 2]
                    list: [a, B]                   | 1:11 /list/1 text-not-of-form [B, [a-z]+]
                    list: [a, ~]                   | 1:11 /list/1 null-in-list []
                    map: []                        | 1:6 /map not-an-object []
                    map: { one: ~ }                | 1:13 /map/one null-in-list []
                    map: { a/b~c: 1 }              | 1:15 /map/a~1b~0c not-an-object []
                    inner: x                       | 1:8 /inner not-an-object []
                    inner: id：x                    | 1:8  yaml-full-width [：, :]
                    list: ［a， b］                  | 1:7  yaml-full-width [［, []
                    inner: { id: x }               | 1:8 /inner/count member-missing [count]
                    """)
    void aFaultSaysWhereAndWhat(String written, String fault) {
        String yaml = written.replace("'", "");
        assertThat(refused(yaml(yaml), Everything.class)).containsExactly(fault);
    }

    @Test
    void anUnknownMemberIsNamedBesideTheKnownOnes() {
        assertThat(refused(yaml("\n\n  txet: a"), Everything.class))
                .containsExactly("3:3 /txet unknown-member [txet, " + MEMBERS + "]");
    }

    @Test
    void aTextNeedsTheLanguagesThatItsFileStatesAndAtLeastOne() {
        assertThat(refused(yaml("names: {}"), Everything.class))
                .containsExactly("1:8 /names/en member-missing [en]", "1:8 /names/zh-CN member-missing [zh-CN]");
        Faults both = new Faults();
        Tree english = yaml("names: { en: A }");
        new RecordBinder(both, EnumSet.allOf(Language.class)).bind(english, Everything.class);
        assertThat(lines(both)).containsExactly("1:8 /names/zh-CN member-missing [zh-CN]");
        Faults one = new Faults();
        new RecordBinder(one, EnumSet.of(Language.ENGLISH)).bind(english, Everything.class);
        assertThat(lines(one)).isEmpty();
    }

    @Test
    void aTextInALanguageThatIsNotServedIsAnUnknownMember() {
        assertThat(refused(yaml("names: { zh-CN: 甲, en: A, fr: B }"), Everything.class))
                .containsExactly("1:27 /names/fr unknown-member [fr, zh-CN, en]");
    }

    @Test
    void allFaultsAreReportedAtOnceAndInOrder() {
        String yaml = """
                whole: many
                inner: { id: [], count: x, more: 1 }
                list: [A, b]
                date: today
                unheard: of
                """;
        assertThat(refused(yaml(yaml), Everything.class))
                .containsExactly(
                        "1:8 /whole number-not-plain [many]",
                        "2:14 /inner/id wrong-type [text:type.text]",
                        "2:25 /inner/count number-not-plain [x]",
                        "2:28 /inner/more unknown-member [more, id, count]",
                        "3:8 /list/0 text-not-of-form [A, [a-z]+]",
                        "4:7 /date not-a-date [today]",
                        "5:1 /unheard unknown-member [unheard, " + MEMBERS + "]");
    }

    @Test
    void membersThatAreToBeIgnoredAreNoFaultsAndTold() {
        List<String> ignored = new ArrayList<>();
        Everything bound = new RecordBinder(faults, ignored::add)
                .require(yaml("inner: { id: a, count: 1, a/b: 1 }\nunheard: of\n"), Everything.class);
        assertThat(bound.inner()).isEqualTo(new Inner("a", 1));
        assertThat(ignored).containsExactly("/unheard", "/inner/a~1b");
    }

    @Test
    void aDocumentWithoutPlacesIsFaultedByPointer() {
        assertThat(refused(json(Map.of("list", List.of("a", 5))), Everything.class))
                .containsExactly(" /list/1 wrong-type [text:type.text]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "[a]", "''"})
    void aDocumentIsAnObject(String yaml) {
        assertThat(refused(yaml(yaml), Everything.class)).containsExactly("1:1  not-an-object []");
    }

    @Test
    void whatTheRecordItselfRefusesIsAFaultAtItsPlace() {
        assertThat(refused(yaml("{ id: bad }"), Picky.class)).containsExactly("1:1  clause-reason []");
    }

    @Test
    void aKindThatJsonSaysIsHeld() {
        assertThat(refused(json(Map.of("number", "1.5")), Everything.class))
                .containsExactly(" /number wrong-type [text:type.number]");
        assertThat(refused(json(Map.of("text", true)), Everything.class))
                .containsExactly(" /text wrong-type [text:type.text]");
        assertThat(refused(json(Map.of("date", 20260331)), Everything.class))
                .containsExactly(" /date wrong-type [text:type.date]");
        assertThat(refused(json(Map.of("truth", 1)), Everything.class))
                .containsExactly(" /truth wrong-type [text:type.truth]");
    }

    @Test
    void aListIsNotChangedByWhoGotIt() {
        List<String> list = bound(yaml("list: [a]")).list();
        assertThat(list).isUnmodifiable();
    }

    private Everything bound(Tree tree) {
        Everything bound = new RecordBinder(faults).bind(tree, Everything.class);
        assertThat(lines(faults)).isEmpty();
        return Objects.requireNonNull(bound);
    }

    private static List<String> refused(Tree tree, Class<? extends Record> type) {
        Faults found = new Faults();
        assertThat(new RecordBinder(found).bind(tree, type)).isNull();
        return lines(found);
    }

    private static Everything everything() {
        BilingualText names = new BilingualText(Map.of(Language.CHINESE.tag(), "甲", Language.ENGLISH.tag(), "A"));
        return new Everything(
                "abc",
                new BigDecimal("1.5"),
                3,
                true,
                LocalDate.of(2026, 3, 31),
                OffsetDateTime.parse("2026-03-31T16:00:00+08:00"),
                ZoneId.of("Asia/Shanghai"),
                names,
                List.of("on", "no"),
                Map.of("one", new Inner("x", 1), "two", new Inner("y", 2)),
                new Inner("z", 0),
                null);
    }
}
