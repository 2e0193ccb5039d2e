package io.quanyi.decision.web;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.Reading;
import io.quanyi.decision.Decision;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.text.Language;
import io.quanyi.text.Names;
import io.quanyi.text.Texts;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names and messages of one answer, in one language. */
record AnswerWords(ProgrammeRelease release, Language language) {

    String ground(String code) {
        return Texts.of(language, "ground." + code);
    }

    /** {@code what} is {@code response} or {@code resolution}. */
    String promise(String what, Decision.TargetValue target) {
        boolean one = target.amount().compareTo(BigDecimal.ONE) == 0;
        String key = what + "." + target.unit() + (one ? ".one" : "");
        return Texts.of(language, key, List.of(plain(target.amount())));
    }

    String condition(Decision.ConditionLine condition) {
        return Texts.of(language, "condition." + condition.code(), List.of(orEmpty(condition.pointer())));
    }

    String warning(Decision.Warning warning) {
        return Texts.of(
                language, "warning." + warning.code(), List.of(orEmpty(warning.value()), orEmpty(warning.pointer())));
    }

    String suggestion(Decision.Suggestion suggestion) {
        Object value = suggestion.set().get(0).value();
        return Texts.of(language, "suggestion." + suggestion.code(), List.of(shown(value)));
    }

    String reading(String id) {
        Reading reading = release.readings().reading(id);
        return reading == null ? id : reading.text().in(language);
    }

    String channel(String id) {
        Catalogue.Channel channel = release.catalogue().channels().get(id);
        return channel == null ? id : channel.names().in(language);
    }

    /** By its name if it has one; of a list, what the suggestion adds stands last. */
    private String shown(Object value) {
        if (value instanceof List<?> list && !list.isEmpty()) {
            return shown(list.get(list.size() - 1));
        }
        if (value instanceof OffsetDateTime instant) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant);
        }
        String id = String.valueOf(value);
        Catalogue.Plan plan = release.catalogue().plan(id);
        Catalogue.Service service = release.catalogue().services().get(id);
        Names names = plan != null ? plan.names() : service != null ? service.names() : null;
        return names == null ? channel(id) : names.in(language);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
