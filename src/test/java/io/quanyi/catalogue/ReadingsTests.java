package io.quanyi.catalogue;

import static io.quanyi.source.Written.file;
import static io.quanyi.source.Written.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.Faults;
import io.quanyi.text.Language;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReadingsTests {

    private static final String GOOD = """
            readings:
              - { id: A02, firm: true, text: { zh-CN: 乙, en: B } }
              - { id: A01, firm: false, text: { zh-CN: 甲, en: A } }
            """;

    @Test
    void readingsStandInOrderOfTheirIds() {
        Faults faults = new Faults();
        Readings readings = Objects.requireNonNull(Readings.read(file("r.yaml", GOOD), faults));
        assertThat(readings.all()).extracting(Reading::id).containsExactly("A01", "A02");
        Reading first = Objects.requireNonNull(readings.reading("A01"));
        assertThat(first.firm()).isFalse();
        assertThat(first.text().in(Language.CHINESE)).isEqualTo("甲");
        assertThat(readings.reading("A03")).isNull();
    }

    @Test
    void aReadingIsGivenOnce() {
        assertThat(faults(GOOD.replace("A02", "A01"))).containsExactly("r.yaml  duplicate-id [A01]");
    }

    @Test
    void aReadingHasAnIdOfItsKind() {
        assertThat(faults(GOOD.replace("A02", "B2")))
                .containsExactly("2:11 /readings/0/id text-not-of-form [B2, text:form.reading]");
    }

    /** Each release that cites it says in which languages it has to be. */
    @Test
    void aReadingMayBeInOneLanguage() {
        assertThat(faults(GOOD.replace(", en: A", ""))).isEmpty();
    }

    private static List<String> faults(String text) {
        Faults faults = new Faults();
        Readings.read(file("r.yaml", text), faults);
        return lines(faults);
    }
}
