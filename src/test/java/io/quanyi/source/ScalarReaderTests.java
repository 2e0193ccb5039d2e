package io.quanyi.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Scalar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarReaderTests {

    private static final Constraints ONE_TO_NINE =
            new Constraints(3, null, BigDecimal.ONE, BigDecimal.valueOf(9), Integer.MAX_VALUE);

    private final List<String> complaints = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "-3", "0.5", "2.50", "-0.25", "999999999999999999", "0.000000001"})
    void aNumberIsExactlyWhatIsWritten(String written) {
        assertThat(read(written, BigDecimal.class)).isEqualTo(new BigDecimal(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e3",
                "1E400",
                "1e400",
                "NaN",
                "Infinity",
                "-Infinity",
                "+1",
                "01",
                "-01",
                "00",
                ".5",
                "5.",
                "1,000",
                "1_000",
                "0x10",
                "１",
                " 1",
                "1 ",
                "",
                "--1",
                "1000000000000000000",
                "0.0000000001"
            })
    void aNumberIsPlain(String written) {
        assertThat(complaint(written, BigDecimal.class)).isEqualTo("number-not-plain");
    }

    @ParameterizedTest
    @CsvSource({
        "5E+3, 5000",
        "5e3, 5000",
        "0.5e1, 5",
        "15e-1, 1.5",
        "1E-9, 0.000000001",
        "-0e0, 0",
        "0e9999, 0",
        "0E-9999, 0",
        "1.000000000000, 1",
        "100000000000000000000e-20, 1",
        "999999999999999999.000000000, 999999999999999999"
    })
    void aNumberOfJsonIsWhatItIsHoweverItIsWritten(String written, BigDecimal expected) {
        Object read = read(json(written), BigDecimal.class, Constraints.NONE);
        assertThat(complaints).isEmpty();
        assertThat((BigDecimal) Objects.requireNonNull(read)).isEqualByComparingTo(expected);
        assertThat(((BigDecimal) read).scale()).isBetween(0, 9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e18",
                "1E400",
                "1e-10",
                "1e99999",
                "1e2147483648",
                "1e-2147483648",
                "1e",
                "1e+",
                "1e1.5",
                "1E400"
            })
    void aNumberOfJsonBeyondAllIsNotRounded(String written) {
        assertThat(read(json(written), BigDecimal.class, Constraints.NONE)).isNull();
        assertThat(complaints).containsExactly("number-not-plain");
    }

    @Test
    void zerosAtTheEndAreNoDigitsTooMany() {
        Constraints cents = new Constraints(null, null, BigDecimal.ZERO, BigDecimal.TEN, 2);
        for (String one : List.of("1.000", "1.00", "10e-1", "1.0000000000")) {
            assertThat((BigDecimal) Objects.requireNonNull(read(json(one), BigDecimal.class, cents)))
                    .isEqualByComparingTo("1");
        }
        assertThat(read(json("1.001"), BigDecimal.class, cents)).isNull();
        assertThat(read(json("1.1e1"), BigDecimal.class, cents)).isNull();
        assertThat(complaints).containsExactly("number-too-fine", "number-out-of-range");
    }

    @Test
    void aWholeNumberOfJsonMayHaveAnExponent() {
        assertThat(read(json("2E+2"), Integer.class, Constraints.NONE)).isEqualTo(200);
        assertThat(read(json("2.0e0"), int.class, Constraints.NONE)).isEqualTo(2);
        assertThat(complaints).isEmpty();
    }

    @Test
    void minusZeroIsZero() {
        assertThat(read("-0", Integer.class)).isEqualTo(0);
    }

    @Test
    void aNumberMayReachItsBoundsAndNotPassThem() {
        assertThat(read("1", BigDecimal.class, ONE_TO_NINE)).isEqualTo(BigDecimal.ONE);
        assertThat(read("9", BigDecimal.class, ONE_TO_NINE)).isEqualTo(BigDecimal.valueOf(9));
        assertThat(complaint("0.999999999", BigDecimal.class, ONE_TO_NINE)).isEqualTo("number-out-of-range");
        assertThat(complaint("9.000000001", BigDecimal.class, ONE_TO_NINE)).isEqualTo("number-out-of-range");
    }

    @Test
    void aWholeNumberMayHaveZeroesAfterThePoint() {
        assertThat(read("3.0", Integer.class)).isEqualTo(3);
        assertThat(complaint("3.5", int.class)).isEqualTo("number-not-whole");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "-2147483649", "999999999999999999"})
    void aWholeNumberBeyondAllIsOutOfRangeAndNotBroken(String written) {
        assertThat(complaint(written, Integer.class)).isEqualTo("number-out-of-range");
    }

    @Test
    void aTextMayReachItsLength() {
        assertThat(read("abc", String.class, ONE_TO_NINE)).isEqualTo("abc");
        assertThat(complaint("abcd", String.class, ONE_TO_NINE)).isEqualTo("text-too-long");
    }

    @Test
    void theLengthOfATextIsCountedInCharacters() {
        assertThat(read("😀😀😀", String.class, ONE_TO_NINE)).isEqualTo("😀😀😀");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u3164", "a\u2800b", "星空\u200b", "a\ufe0f", "\u0000", "\ud83d", "a\u00a0b", "x\udb40\udc41"})
    void aTextThatDeceivesIsRefused(String written) {
        assertThat(complaint(written, String.class)).isEqualTo("text-deceptive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"开放（“全部”），　１２３", "e\u0301", "😀", "one\n\ttwo", ""})
    void aTextThatPeopleWriteIsTaken(String written) {
        assertThat(read(written, String.class)).isEqualTo(written);
    }

    @Test
    void aTextWithoutABoundHasOne() {
        assertThat(read("x".repeat(1000), String.class)).isNotNull();
        assertThat(complaint("x".repeat(1001), String.class)).isEqualTo("text-too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-31", "2024-02-29", "2000-02-29", "1999-12-31"})
    void aDateExists(String written) {
        assertThat(read(written, LocalDate.class)).isEqualTo(LocalDate.parse(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29",
                "1900-02-29",
                "2026-02-30",
                "2026-04-31",
                "2026-13-01",
                "2026-00-10",
                "2026-01-00",
                "2026-1-1",
                "20260101",
                "2026-01-01T00:00",
                "2026/01/01",
                "today",
                "",
                "26-01-01",
                "+12026-01-01",
                "-2026-01-01",
                "+999999999-12-31",
                "２０２６-01-01"
            })
    void aDateThatDoesNotExistIsNone(String written) {
        assertThat(complaint(written, LocalDate.class)).isEqualTo("not-a-date");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-31T16:00:00+08:00, 2026-03-31T16:00+08:00",
        "2026-03-31T16:00Z, 2026-03-31T16:00Z",
        "2026-03-31t16:00:00z, 2026-03-31T16:00Z",
        "2026-03-31t16:00:59.5+08:00, 2026-03-31T16:00:59.5+08:00",
        "2026-03-31T16:00:00-00:00, 2026-03-31T16:00Z",
        "2026-03-31T16:00:00.123456789-05:30, 2026-03-31T16:00:00.123456789-05:30",
        "1990-01-01T00:00:00Z, 1990-01-01T00:00Z",
        "2199-12-31T23:59:59Z, 2199-12-31T23:59:59Z"
    })
    void anInstantSaysItsOffset(String written, OffsetDateTime expected) {
        assertThat(read(written, OffsetDateTime.class)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-31T16:00:00", "2026-03-31", "2026-03-31 16:00:00+08:00", "2026-03-31T16:00:00+0800",
                "2026-03-31T16:00:00+08", "2026-03-31T16:00:00.1234567890Z", "2026-03-31T24:00:00Z",
                        "2026-03-31T16:00:61Z",
                "2026-02-30T10:00:00Z", "2026-03-31T16:00:00+19:00", "2026-03-31T16:00:00[Asia/Shanghai]", "now",
                "1989-12-31T23:59:59Z", "2200-01-01T00:00:00Z", "+12026-01-01T00:00:00Z", "1774944000"
            })
    void anInstantWithoutOffsetOrSenseIsNone(String written) {
        assertThat(complaint(written, OffsetDateTime.class)).isEqualTo("not-an-instant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2016-12-31T23:59:60Z", "2026-03-31t16:00:60.5+08:00"})
    void noClockHasALeapSecond(String written) {
        assertThat(complaint(written, OffsetDateTime.class)).isEqualTo("leap-second");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Asia/Shanghai",
                "Europe/Berlin",
                "UTC",
                "America/Argentina/Ushuaia",
                "PRC",
                "GMT",
                "Singapore",
                "Hongkong",
                "Japan",
                "GB-Eire",
                "EST5EDT",
                "CET",
                "Etc/GMT-8",
                "Zulu"
            })
    void aZoneIsNamed(String written) {
        assertThat(read(written, ZoneId.class)).isEqualTo(ZoneId.of(written));
    }

    @ParameterizedTest
    @CsvSource({
        "EST, America/Panama",
        "MST, America/Phoenix",
        "HST, Pacific/Honolulu",
        "ROC, Asia/Taipei",
        "GMT+0, Etc/GMT",
        "GMT-0, Etc/GMT"
    })
    void aZoneThatJavaDoesNotKnowByItsNameIsRead(String written, ZoneId zone) {
        assertThat(read(written, ZoneId.class)).isEqualTo(zone);
    }

    @Test
    void everyZoneThatJavaKnowsIsReadButThoseOfOldUnixSystems() {
        assertThat(ZoneId.getAvailableZoneIds()).allSatisfy(name -> {
            if (name.startsWith("SystemV/")) {
                assertThat(complaint(name, ZoneId.class)).isEqualTo("not-a-zone");
            } else {
                assertThat(read(name, ZoneId.class)).isInstanceOf(ZoneId.class);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+08:00",
                "Z",
                "CST",
                "BST",
                "UTC+8",
                "GMT+8",
                "UT",
                "asia/shanghai",
                "prc",
                "Asia/Nowhere",
                "SystemV/PST8",
                "SystemV/AST4ADT",
                "../etc/passwd",
                ""
            })
    void anOffsetOrAnAbbreviationIsNoZone(String written) {
        assertThat(complaint(written, ZoneId.class)).isEqualTo("not-a-zone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"True", "TRUE", "yes", "on", "1", ""})
    void onlyTrueAndFalseAreTruthValues(String written) {
        assertThat(complaint(written, Boolean.class)).isEqualTo("not-a-boolean");
    }

    @ParameterizedTest
    @EnumSource(names = {"NUMBER", "BOOLEAN", "NULL"})
    void whatANotationSaysIsNoTextIsNone(Kind kind) {
        for (Class<?> type : List.of(String.class, LocalDate.class, OffsetDateTime.class, ZoneId.class)) {
            complaints.clear();
            assertThat(read(new Scalar(Position.NOWHERE, kind, "1"), type, Constraints.NONE))
                    .isNull();
            assertThat(complaints).containsExactly("wrong-type");
        }
    }

    private static Scalar json(String number) {
        return new Scalar(Position.NOWHERE, Kind.NUMBER, number);
    }

    private String complaint(String written, Class<?> type) {
        return complaint(written, type, Constraints.NONE);
    }

    private String complaint(String written, Class<?> type, Constraints constraints) {
        assertThat(read(new Scalar(Position.NOWHERE, Kind.PLAIN, written), type, constraints))
                .isNull();
        assertThat(complaints).hasSize(1);
        return complaints.remove(0);
    }

    private @Nullable Object read(String written, Class<?> type) {
        return read(written, type, Constraints.NONE);
    }

    private @Nullable Object read(String written, Class<?> type, Constraints constraints) {
        Object read = read(new Scalar(Position.NOWHERE, Kind.PLAIN, written), type, constraints);
        assertThat(complaints).isEmpty();
        return read;
    }

    private @Nullable Object read(Scalar scalar, Class<?> type, Constraints constraints) {
        return ScalarReader.read(scalar, type, constraints, (code, arguments) -> {
            complaints.add(code);
            return null;
        });
    }
}
