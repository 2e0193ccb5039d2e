package io.quanyi.workshop.table;

import io.quanyi.release.RulesTree;
import io.quanyi.servicetime.Target;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The instant at which a target time of the clock on the wall ends, as a sum. It follows from the table alone, so a case may state it. Working
 * time depends on hours and holidays, and is left to the author.
 *
 * @param begin the instant that the case asks about
 * @param target the target time
 * @param end the sum
 */
record ClockSum(ZonedDateTime begin, Target target, ZonedDateTime end) {

    /** The sum for a target time; empty for working time. */
    static Optional<ClockSum> of(Target target, ZoneId zone) {
        ZonedDateTime noon = RulesTree.noon(zone).atZone(zone);
        if (target instanceof Target.Immediate) {
            return Optional.of(new ClockSum(noon, target, noon));
        }
        return target instanceof Target.Elapsed
                ? Optional.of(new ClockSum(
                        noon,
                        target,
                        noon.toInstant().plusSeconds(target.seconds()).atZone(zone)))
                : Optional.empty();
    }

    /** How the instants of a row come about, in the language of the document; empty if not all of them are sums. */
    static Optional<String> note(TargetRule rule) {
        List<Optional<ClockSum>> sums = Stream.of(
                        Optional.ofNullable(rule.row().response()),
                        Optional.ofNullable(rule.row().resolution()))
                .flatMap(Optional::stream)
                .map(target -> of(target, rule.release().programme().zone()))
                .toList();
        List<String> words = sums.stream()
                .flatMap(Optional::stream)
                .map(sum -> sum.words(rule.language()))
                .toList();
        return words.size() == sums.size()
                ? Optional.of(Punctuation.of(rule.language()).sequence(words))
                : Optional.empty();
    }

    /** The instant as a case states it. */
    String instant() {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(end);
    }

    /** The sum in words. */
    String words(Language language) {
        return Texts.of(
                language,
                "workshop.table.sum." + target.unit(),
                List.of(written(begin), target.amount().toPlainString(), written(end)));
    }

    private static String written(ZonedDateTime instant) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").format(instant);
    }
}
