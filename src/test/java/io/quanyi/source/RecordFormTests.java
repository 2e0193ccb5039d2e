package io.quanyi.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.RecordForm.Content;
import io.quanyi.source.RecordForm.Member;
import io.quanyi.source.RecordForm.Member.Count;
import io.quanyi.text.BilingualText;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordFormTests {

    record Document(
            String title,
            @Size(max = 5) String code,
            @Pattern(regexp = "a|b") @Nullable String kind,

            @DecimalMin("1") @DecimalMax("9.5") @Digits(integer = 1, fraction = 2) BigDecimal number,

            @Size(max = 3) List<Entry> entries,
            Map<String, Entry> byName,
            @Nullable BilingualText names,
            Tree rest) {}

    record Entry(LocalDate day, @Nullable List<String> words) {}

    @Test
    void everyMemberIsNamedWithWhatTheBinderHoldsItTo() {
        BigDecimal one = BigDecimal.ONE;
        assertThat(RecordForm.of(Document.class))
                .containsExactly(
                        new Member(
                                "title",
                                Content.TEXT,
                                Count.ONE,
                                true,
                                ScalarReader.MAX_TEXT_LENGTH,
                                null,
                                null,
                                null,
                                null),
                        new Member("code", Content.TEXT, Count.ONE, true, 5, null, null, null, null),
                        new Member("kind", Content.TEXT, Count.ONE, false, null, "a|b", null, null, null),
                        new Member(
                                "number", Content.NUMBER, Count.ONE, true, null, null, one, new BigDecimal("9.5"), 2),
                        new Member("entries", Content.OBJECT, Count.LIST, true, 3, null, null, null, null),
                        new Member("entries[].day", Content.DATE, Count.ONE, true, null, null, null, null, null),
                        new Member("entries[].words", Content.TEXT, Count.LIST, false, null, null, null, null, null),
                        new Member("byName", Content.OBJECT, Count.BY_NAME, true, null, null, null, null, null),
                        new Member("byName.*.day", Content.DATE, Count.ONE, true, null, null, null, null, null),
                        new Member("byName.*.words", Content.TEXT, Count.LIST, false, null, null, null, null, null),
                        new Member("names", Content.NAMES, Count.ONE, false, null, null, null, null, null),
                        new Member("rest", Content.ANYTHING, Count.ONE, true, null, null, null, null, null));
    }
}
