package io.quanyi.console;

import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms that a page would send, with the values that it shows and plausible ones in place of what a person has to write. */
final class PageForms {

    private static final Pattern FORM = Pattern.compile("<form([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile(
            "<(input|button|textarea|select)([^>]*)>(?:([^<]*)</textarea>|((?:\\s*<(?:option|optgroup)[^>]*>[^<]*(?:</option>|</optgroup>)?|</optgroup>|\\s)*)</select>)?",
            Pattern.DOTALL);
    private static final Set<String> NOT_WRITTEN = Set.of("hidden", "checkbox", "radio", "file");
    private static final Pattern OPTION = Pattern.compile("<option([^>]*)>([^<]*)");

    private PageForms() {}

    /** A field of a form of which the person chooses a value: a list, a box, or one of several buttons. */
    record Choice(String name, String action) {}

    /** A form: whether it is posted, the fields that are sent as the page is, the choices, and the names of the fields in which a person writes. */
    record Form(
            boolean posted,
            String action,
            List<Map.Entry<String, String>> fields,
            List<Choice> choices,
            List<String> written) {

        /** The fields with another value for a choice. */
        List<Map.Entry<String, String>> with(Choice choice, String value) {
            return with(choice.name(), value);
        }

        /** The fields with another value for one of them. */
        List<Map.Entry<String, String>> with(String name, String value) {
            List<Map.Entry<String, String>> all = new ArrayList<>(fields);
            all.removeIf(field -> field.getKey().equals(name));
            all.add(new SimpleEntry<>(name, value));
            return all;
        }
    }

    /** The forms of a page that are posted. */
    static List<Form> of(String page, String address) {
        return all(page, address).stream().filter(Form::posted).toList();
    }

    /** All forms of a page, those that ask included. */
    static List<Form> all(String page, String address) {
        return FORM.matcher(page)
                .results()
                .map(form -> form(form.group(1), form.group(2), address))
                .toList();
    }

    private static Form form(String head, String body, String address) {
        String action = attribute(head, "action", address);
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        TreeSet<String> chosen = new TreeSet<>();
        TreeSet<String> written = new TreeSet<>();
        for (MatchResult field : FIELD.matcher(body).results().toList()) {
            String name = attribute(field.group(2), "name", "");
            if (!name.isEmpty()) {
                field(field, name, fields, chosen);
                if (isWritten(field)) {
                    written.add(name);
                }
            }
        }
        return new Form(
                head.contains("method=\"post\""),
                action,
                fields,
                chosen.stream().map(name -> new Choice(name, action)).toList(),
                List.copyOf(written));
    }

    private static void field(
            MatchResult field, String name, List<Map.Entry<String, String>> fields, Set<String> chosen) {
        String type = attribute(field.group(2), "type", "text");
        String value = attribute(field.group(2), "value", "");
        switch (field.group(1)) {
            case "textarea" ->
                fields.add(new SimpleEntry<>(
                        name, PageClient.unescaped(field.group(3).replaceFirst("^\n", ""))));
            case "select" -> {
                chosen.add(name);
                fields.add(new SimpleEntry<>(name, selected(field.group(4))));
            }
            case "button" -> chosen.add(name);
            default -> {
                if (type.equals("checkbox") || type.equals("radio")) {
                    chosen.add(name);
                    if (field.group(2).contains(" checked")) {
                        fields.add(new SimpleEntry<>(name, value));
                    }
                } else {
                    fields.add(new SimpleEntry<>(name, written(type, value, field.group(2))));
                }
            }
        }
    }

    private static boolean isWritten(MatchResult field) {
        String type = attribute(field.group(2), "type", "text");
        return switch (field.group(1)) {
            case "textarea" -> true;
            case "input" -> !NOT_WRITTEN.contains(type);
            default -> false;
        };
    }

    private static String written(String type, String value, String attributes) {
        if (!value.isEmpty() || !attributes.contains("required")) {
            return value;
        }
        return type.equals("number") ? "1" : "Something";
    }

    private static String selected(String options) {
        List<MatchResult> all =
                OPTION.matcher(options == null ? "" : options).results().toList();
        MatchResult chosen = all.stream()
                .filter(option -> option.group(1).contains(" selected"))
                .findFirst()
                .orElse(all.isEmpty() ? null : all.get(0));
        return chosen == null ? "" : attribute(chosen.group(1), "value", PageClient.unescaped(chosen.group(2)));
    }

    private static String attribute(String head, String name, String otherwise) {
        Matcher found = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(head);
        return found.find() ? PageClient.unescaped(found.group(1)) : otherwise;
    }
}
