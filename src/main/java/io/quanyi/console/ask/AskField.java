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
import java.util.stream.Stream;

/**
 * A field of the form: a fact that the answer depends on, with the input that suits its values.
 *
 * @param fact the fact
 * @param parameters the values that were given so far
 * @param missing whether the answer waits for it
 * @param services the services that a use may be of; empty if all uses are of the asked one
 */
record AskField(ServiceFact fact, AskParameters parameters, boolean missing, List<ListedCode> services) {

    /** The rows of the table of uses: at least some, and an empty one after those that are filled in. */
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
        all.put("rows", rows().mapToObj(this::row).toList());
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
        return options(codes, parameters.all(name()));
    }

    /** The choices, and after them chosen values that are none of these, such as a name in place of an id: the form keeps them. */
    static List<Map<String, Object>> options(List<ListedCode> codes, List<String> chosen) {
        List<String> known = codes.stream().map(ListedCode::id).toList();
        return Stream.concat(
                        codes.stream(),
                        chosen.stream()
                                .filter(value -> !known.contains(value) && !value.equals(AskParameters.NONE))
                                .map(value -> new ListedCode(value, value, List.of())))
                .map(code -> Map.<String, Object>of(
                        "id", code.id(), "name", code.name(), "chosen", chosen.contains(code.id())))
                .toList();
    }

    private IntStream rows() {
        int filled = parameters.facts().stream()
                .filter(name -> name.matches("subscription\\.usage\\.\\d{1,2}\\..*"))
                .mapToInt(name -> Integer.parseInt(name.split("\\.", -1)[2]) + 1)
                .max()
                .orElse(0);
        return IntStream.range(0, Math.max(ROWS, filled + 1));
    }

    /** One use in the table of earlier uses. */
    private Map<String, Object> row(int place) {
        String row = AskParameters.USAGE + "." + place + ".";
        return Map.of(
                "number", place + 1,
                "services", options(services, parameters.all(row + "service")),
                "name", row,
                "date", parameters.value(row + "date"),
                "times", parameters.value(row + "times"),
                "personDays", parameters.value(row + "personDays"));
    }
}
