package io.quanyi.console.ask;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.decision.needs.ListedCode;
import io.quanyi.decision.needs.ServiceFacts.FactAbsence;
import io.quanyi.decision.needs.ServiceFacts.ServiceFact;
import io.quanyi.text.Punctuation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A field of the form: a fact that the answer depends on, with the input that suits its values.
 *
 * @param fact the fact
 * @param parameters the values that were given so far
 * @param missing whether the answer waits for it
 * @param services the services that a use may be of; empty if all uses are of the asked one
 */
record AskField(ServiceFact fact, AskParameters parameters, boolean missing, List<ListedCode> services) {

    private static final int ROWS = 3;

    /** The name of the parameter. */
    String name() {
        return name(fact.pointer());
    }

    /** The name of the parameter for a member of a request. */
    static String name(String pointer) {
        return pointer.substring(1).replace('/', '.');
    }

    /** The values for the template {@code field.html}, in the language of the texts. */
    Map<String, Object> content(ConsoleTexts texts) {
        String value = parameters.value(name());
        String kind = kind();
        Map<String, Object> all = new HashMap<>();
        all.put("name", name());
        all.put("parameter", name());
        all.put("label", fact.name());
        all.put("meaning", fact.meaning());
        all.put("missing", missing);
        all.put("value", value);
        all.put("absent", parameters.names(name()) ? "" : consequences(texts));
        List.of("choice", "several", "day", "instant", "number", "usage", "text")
                .forEach(one -> all.put(one, one.equals(kind)));
        all.put("options", options(fact.type().equals("truth") ? truth(texts) : fact.codes()));
        all.put("services", !services.isEmpty());
        all.put("none", value.equals(AskParameters.NONE));
        all.put("rows", IntStream.range(0, ROWS).mapToObj(this::row).toList());
        return all;
    }

    private static List<ListedCode> truth(ConsoleTexts texts) {
        return List.of(
                new ListedCode("true", texts.of("yes"), List.of()), new ListedCode("false", texts.of("no"), List.of()));
    }

    /** The consequences of the absence of the fact, in words; empty if there are none. */
    private String consequences(ConsoleTexts texts) {
        List<String> messages =
                fact.absent().stream().map(FactAbsence::message).distinct().toList();
        return messages.isEmpty()
                ? ""
                : texts.of("ask-left-empty", Punctuation.of(texts.language()).sequence(messages));
    }

    private String kind() {
        if (name().equals(AskParameters.USAGE)) {
            return "usage";
        }
        if (fact.type().equals("list")) {
            return "several";
        }
        if (fact.type().equals("truth") || !fact.codes().isEmpty()) {
            return "choice";
        }
        return switch (fact.type()) {
            case "date" -> "day";
            case "instant" -> "instant";
            case "number", "whole-number" -> "number";
            default -> "text";
        };
    }

    private List<Map<String, Object>> options(List<ListedCode> codes) {
        return codes.stream()
                .map(code -> Map.<String, Object>of(
                        "id", code.id(),
                        "name", code.name(),
                        "chosen", parameters.all(name()).contains(code.id())))
                .toList();
    }

    private List<Map<String, Object>> services(String row) {
        return services.stream()
                .map(service -> Map.<String, Object>of(
                        "id", service.id(),
                        "name", service.name(),
                        "chosen", parameters.value(row + "service").equals(service.id())))
                .toList();
    }

    /** One use in the table of earlier uses. */
    private Map<String, Object> row(int place) {
        String row = AskParameters.USAGE + "." + place + ".";
        return Map.of(
                "number", place + 1,
                "services", services(row),
                "name", row,
                "date", parameters.value(row + "date"),
                "times", parameters.value(row + "times"),
                "personDays", parameters.value(row + "personDays"));
    }
}
