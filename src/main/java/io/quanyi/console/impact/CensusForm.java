package io.quanyi.console.impact;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.console.impact.CustomerLines.CustomerLine;
import io.quanyi.console.impact.CustomerLines.RefusedLine;
import io.quanyi.decision.request.Subscription;
import io.quanyi.release.impact.CensusCheck;
import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The form with the file of the customers that an impact is to count. The container keeps the file until the answer, and the job the customers
 * in memory. Lines that are refused are named; they are left out only if the person says so.
 */
public final class CensusForm {

    /** The most refused lines that a page names. */
    private static final int MAX_NAMED = 50;

    private static final String FILE = "customers";
    private static final String LEAVE_OUT = "leave-out";
    private static final Pattern PLACE = Pattern.compile("/census/(\\d+)(.*)");

    private CensusForm() {}

    /**
     * Begins a job with the customers of a form.
     *
     * @param job begins it, and throws the faults of customers whose record neither compared release accepts
     * @return the lines that were refused; no job was begun if there are any, or the form has no customer
     */
    public static Begun begin(FormFields form, Consumer<List<Subscription>> job) {
        CustomerLines lines = CustomerLines.of(form.first(FILE), CensusCheck.MAX_CUSTOMERS);
        boolean leaveOut = form.isTicked(LEAVE_OUT, "yes");
        List<RefusedLine> refused = new ArrayList<>(lines.refused());
        List<CustomerLine> customers = lines.customers();
        if (refused.isEmpty() || leaveOut) {
            List<RefusedLine> unplaced = begin(customers, job);
            if (!unplaced.isEmpty() && leaveOut) {
                customers = without(customers, unplaced);
                unplaced = begin(customers, job);
            }
            if (unplaced.isEmpty() && !customers.isEmpty()) {
                return new Begun(true, List.of());
            }
            refused.addAll(unplaced);
        }
        return new Begun(false, refused);
    }

    /** Whether a form has begun a job, and the lines for which it was refused; none if it has no customer. */
    public record Begun(boolean done, List<RefusedLine> refused) {

        /** A form that was not sent yet. */
        public static final Begun NOT_YET = new Begun(false, List.of());

        /** Keeps a copy. */
        public Begun {
            refused = List.copyOf(refused);
        }
    }

    /** Begins the job, unless there are customers whose record is not accepted: they are given back. */
    private static List<RefusedLine> begin(List<CustomerLine> customers, Consumer<List<Subscription>> job) {
        if (customers.isEmpty()) {
            return List.of();
        }
        try {
            job.accept(customers.stream().map(CustomerLine::customer).toList());
            return List.of();
        } catch (FaultsFound e) {
            return refused(e.faults(), customers);
        }
    }

    private static List<RefusedLine> refused(List<Fault> faults, List<CustomerLine> customers) {
        Map<Integer, List<Fault>> lines = new TreeMap<>();
        for (Fault fault : faults) {
            Matcher place = PLACE.matcher(fault.pointer());
            if (place.matches()) {
                int number = customers.get(Integer.parseInt(place.group(1))).number();
                lines.computeIfAbsent(number, any -> new ArrayList<>())
                        .add(new Fault(
                                fault.position(), place.group(2), fault.code(), fault.arguments(), fault.known()));
            }
        }
        return lines.entrySet().stream()
                .map(line -> new RefusedLine(line.getKey(), line.getValue()))
                .toList();
    }

    private static List<CustomerLine> without(List<CustomerLine> customers, List<RefusedLine> refused) {
        Set<Integer> numbers = refused.stream().map(RefusedLine::number).collect(Collectors.toUnmodifiableSet());
        return customers.stream()
                .filter(line -> !numbers.contains(line.number()))
                .toList();
    }

    /**
     * The values of the template {@code census.html}.
     *
     * @param begun what became of the form
     * @param catalogue the catalogue whose plans the example names
     * @param impact the address of the impact
     * @param address the address to which the form is sent
     */
    public static Map<String, Object> content(
            Begun begun, boolean failed, Catalogue catalogue, String impact, String address, ConsoleTexts texts) {
        List<RefusedLine> refused = begun.refused();
        List<Map<String, Object>> named = refused.stream()
                .sorted(Comparator.comparingInt(RefusedLine::number))
                .limit(MAX_NAMED)
                .map(line -> Map.<String, Object>of(
                        "line",
                        texts.of("census-line", line.number()),
                        "reasons",
                        line.reasons().stream().map(texts::of).toList()))
                .toList();
        Map<String, Object> content = new HashMap<>();
        content.put("impact", impact);
        content.put("address", address);
        content.put("failed", failed);
        content.put("none", failed && refused.isEmpty());
        content.put("refused", refused.isEmpty() ? "" : texts.of("census-refused", refused.size()));
        content.put(
                "more", refused.size() > named.size() ? texts.of("census-more", refused.size() - named.size()) : "");
        content.put("example", example(catalogue));
        content.put("bounds", texts.of("census-bounds", CensusCheck.MAX_CUSTOMERS));
        content.put("named", named);
        return content;
    }

    /** A customer of each of two plans, as lines of the file. */
    private static String example(Catalogue catalogue) {
        return catalogue.plans().stream()
                .limit(2)
                .map(plan -> "{\"plan\":\"%s\",\"serviceStart\":\"2026-01-01\",\"serviceEnd\":\"2026-12-31\"}"
                        .formatted(plan.id()))
                .collect(Collectors.joining("\n"));
    }
}
