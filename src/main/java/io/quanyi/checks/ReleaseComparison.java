package io.quanyi.checks;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.Clause;
import io.quanyi.checks.ReleaseDifference.Change;
import io.quanyi.checks.ReleaseDifference.Part;
import io.quanyi.checks.ReleaseDifference.ValueChange;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.facts.Domain;
import io.quanyi.servicetime.HolidayCalendar;
import io.quanyi.servicetime.Session;
import io.quanyi.text.BilingualText;
import io.quanyi.text.TranslatedText;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares the content of two releases of a programme, entry by entry. */
public final class ReleaseComparison {

    private final List<ReleaseDifference> found = new ArrayList<>();

    private ReleaseComparison() {}

    /** All differences in the order policy, catalogue, calendars, and within these in the order of the files. */
    public static List<ReleaseDifference> between(ProgrammeRelease before, ProgrammeRelease after) {
        ReleaseComparison differences = new ReleaseComparison();
        differences.policy(before, after);
        differences.catalogue(before.catalogue(), after.catalogue());
        differences.calendars(before.calendars(), after.calendars());
        return List.copyOf(differences.found);
    }

    /** The differences between two catalogues, in the order of the file. */
    public static List<ReleaseDifference> between(Catalogue before, Catalogue after) {
        ReleaseComparison differences = new ReleaseComparison();
        differences.catalogue(before, after);
        return List.copyOf(differences.found);
    }

    /** The content of a rule that an author can change. */
    private record RuleText(TranslatedText title, List<String> clauses, List<String> readings, String text) {}

    private void policy(ProgrammeRelease before, ProgrammeRelease after) {
        compare(Part.POLICY, "rule", rules(before), rules(after));
        compare(
                Part.POLICY,
                "clause",
                byId(before.clauses().all(), Clause::reference),
                byId(after.clauses().all(), Clause::reference));
    }

    private static Map<String, RuleText> rules(ProgrammeRelease release) {
        Map<String, RuleText> rules = new LinkedHashMap<>();
        for (RuleInfo rule : release.policy().rules()) {
            String text = release.policy().text(rule.id());
            rules.put(rule.id(), new RuleText(rule.title(), rule.clauses(), rule.readings(), text));
        }
        return rules;
    }

    private void catalogue(Catalogue before, Catalogue after) {
        catalogue("product", Catalogue.Product::id, before.products(), after.products());
        catalogue("family", Catalogue.Term::id, before.families(), after.families());
        catalogue("deployment", id -> id, before.deployments(), after.deployments());
        catalogue("plan", Catalogue.Plan::id, before.plans(), after.plans());
        catalogue("topic", Catalogue.Term::id, before.topics(), after.topics());
        catalogue("severity", Catalogue.Term::id, before.severities(), after.severities());
        compare(Part.CATALOGUE, "measure", before.measures(), after.measures());
        compare(Part.CATALOGUE, "code", codes(before), codes(after));
        compare(Part.CATALOGUE, "window", before.windows(), after.windows());
        compare(Part.CATALOGUE, "channel", before.channels(), after.channels());
        compare(Part.CATALOGUE, "service", before.services(), after.services());
        compare(Part.CATALOGUE, "group", before.groups(), after.groups());
        catalogue(
                "opening", opening -> opening.service() + " " + opening.product(), before.openings(), after.openings());
        for (Domain domain : Domain.values()) {
            compare(Part.CATALOGUE, "elsewhere", elsewhere(before, domain), elsewhere(after, domain));
        }
    }

    /** A declared code with its kind. */
    private record DeclaredCode(String kind, BilingualText names) {}

    /** The declared codes, whose ids are all different. */
    private static Map<String, DeclaredCode> codes(Catalogue catalogue) {
        Map<String, DeclaredCode> byId = new LinkedHashMap<>();
        catalogue
                .codes()
                .forEach((kind, codes) ->
                        codes.forEach((id, names) -> byId.put(id, new DeclaredCode(kind.code(), names))));
        return byId;
    }

    /** The ids that siblings use; a product with its names. */
    private static Map<String, Object> elsewhere(Catalogue catalogue, Domain domain) {
        Map<String, Object> byId = new LinkedHashMap<>();
        catalogue.elsewhere().getOrDefault(domain, Set.of()).forEach(id -> {
            Object product = domain == Domain.PRODUCT ? catalogue.siblingProduct(id) : null;
            byId.put(domain.name().toLowerCase(Locale.ROOT) + " " + id, product == null ? id : product);
        });
        return byId;
    }

    private <T> void catalogue(String kind, Function<T, String> id, Collection<T> before, Collection<T> after) {
        compare(Part.CATALOGUE, kind, byId(before, id), byId(after, id));
    }

    /** The first and the last day that a calendar covers. */
    private record KnownSpan(LocalDate knownFrom, LocalDate knownTo) {}

    private void calendars(Map<String, HolidayCalendar> before, Map<String, HolidayCalendar> after) {
        compare(Part.CALENDARS, "calendar", spans(before), spans(after));
        compare(Part.CALENDARS, "day-off", daysOff(before), daysOff(after));
    }

    private static Map<String, KnownSpan> spans(Map<String, HolidayCalendar> calendars) {
        Map<String, KnownSpan> spans = new TreeMap<>();
        calendars.forEach((id, calendar) -> spans.put(id, new KnownSpan(calendar.knownFrom(), calendar.knownTo())));
        return spans;
    }

    /** A day off, or the hours of it that are off. */
    private record DayOff(String name, @Nullable Session closed) {}

    private static Map<String, DayOff> daysOff(Map<String, HolidayCalendar> calendars) {
        Map<String, DayOff> days = new TreeMap<>();
        calendars.forEach((id, calendar) ->
                calendar.daysOff().forEach((day, name) -> days.put(id + " " + day, new DayOff(name.chinese(), null))));
        calendars.forEach((id, calendar) -> calendar.halfDays()
                .forEach((day, half) ->
                        days.put(id + " " + day, new DayOff(half.name().chinese(), half.closed()))));
        return days;
    }

    private static <T> Map<String, T> byId(Collection<T> entries, Function<T, String> id) {
        Map<String, T> byId = new LinkedHashMap<>();
        entries.forEach(entry -> byId.put(id.apply(entry), entry));
        return byId;
    }

    private <T> void compare(Part part, String kind, Map<String, T> before, Map<String, T> after) {
        Set<String> ids = new LinkedHashSet<>(before.keySet());
        ids.addAll(after.keySet());
        for (String id : ids) {
            T was = before.get(id);
            T is = after.get(id);
            if (was == null || is == null) {
                Change change = was == null ? Change.ADDED : Change.REMOVED;
                found.add(new ReleaseDifference(part, kind, id, change, values(was, is)));
            } else if (!was.equals(is)) {
                found.add(new ReleaseDifference(part, kind, id, Change.CHANGED, values(was, is)));
            }
        }
    }

    private static List<ValueChange> values(@Nullable Object was, @Nullable Object is) {
        Object either = Objects.requireNonNull(was == null ? is : was, "in one of the releases");
        if (!either.getClass().isRecord()) {
            return List.of();
        }
        List<ValueChange> values = new ArrayList<>();
        for (RecordComponent component : either.getClass().getRecordComponents()) {
            Object before = was == null ? null : value(component, was);
            Object after = is == null ? null : value(component, is);
            if (!component.getName().equals("id") && !Objects.equals(before, after)) {
                values.add(new ValueChange(component.getName(), before, after));
            }
        }
        return values;
    }

    private static @Nullable Object value(RecordComponent component, Object of) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
