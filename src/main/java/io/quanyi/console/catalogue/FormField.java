package io.quanyi.console.catalogue;

import java.util.List;

/**
 * A field of a form, as its template shows it.
 *
 * @param name the name of the field
 * @param label the subject of the field, in words
 * @param hint the values that may be written; empty for none
 * @param value its value
 * @param required whether it must be filled in
 * @param options the values that can be chosen; none for a field to write in
 * @param lines whether it has several lines
 */
record FormField(
        String name,
        String label,
        String hint,
        String value,
        boolean required,
        List<FormOption> options,
        boolean lines) {

    /** A line to write. */
    static FormField line(String name, String label, String hint, String value, boolean required) {
        return new FormField(name, label, hint, value, required, List.of(), false);
    }

    /** Several lines to write. */
    static FormField lines(String name, String label, String hint, String value) {
        return new FormField(name, label, hint, value, false, List.of(), true);
    }

    /** A choice; its value chooses one of the options. */
    static FormField choice(
            String name, String label, String hint, String value, boolean required, List<FormOption> options) {
        List<FormOption> chosen = options.stream()
                .map(option ->
                        new FormOption(option.id(), option.text(), option.id().equals(value)))
                .toList();
        return new FormField(name, label, hint, value, required, chosen, false);
    }

    /** Whether it is a choice. */
    boolean isChoice() {
        return !options.isEmpty();
    }
}
