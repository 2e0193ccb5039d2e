package io.quanyi.wire;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A problem document, as RFC 9457 defines it: the answer to a request that failed.
 *
 * @param type names the kind of problem, for ever
 * @param title the kind in words
 * @param status the HTTP status
 * @param code the kind as a code, the last part of the type
 * @param detail the description of this occurrence
 * @param errors everything that is wrong at the first stage where anything is
 * @param omitted how many more errors there are than are listed
 */
public record Problem(
        String type, String title, int status, String code, String detail, List<ProblemError> errors, int omitted) {

    private static final String TYPE = "urn:quanyi:problem:";

    /** The problem whose errors are no mistakes, but facts to be added. */
    private static final String MISSING = "missing-fact";

    /** The most errors that are listed: more would not be read. */
    private static final int MAX_ERRORS = 100;

    /** The most characters of all errors together: a pointer into names within names is long, and there may be one a byte. */
    private static final int MAX_TEXT = 20_000;

    /** A problem whose detail is the text of its code, with arguments for the places in that text. */
    public static Problem of(int status, String code, Language language, String... arguments) {
        String detail = Texts.of(language, "problem." + code + ".detail", List.of(arguments));
        return of(status, code, detail, List.of(), language);
    }

    /** A problem with faults in the request: at least one. The detail is the first fault and, of several, their number. */
    public static Problem of(int status, String code, List<Fault> faults, Language language) {
        String first = Faults.first(faults).message(language);
        int count = Faults.count(faults);
        String several = "problem.several." + (code.equals(MISSING) ? "missing" : "faults");
        String detail = count == 1 ? first : Texts.of(language, several, List.of(String.valueOf(count), first));
        return of(status, code, detail, faults, language);
    }

    /** The problem of a request that does not have the form that the interface describes. */
    public static Problem malformed(List<Fault> faults, Language language) {
        return of(400, "malformed", faults, language);
    }

    private static Problem of(int status, String code, String detail, List<Fault> faults, Language language) {
        List<ProblemError> errors = errors(faults, language);
        String title = Texts.of(language, "problem." + code + ".title");
        return new Problem(TYPE + code, title, status, code, detail, errors, faults.size() - errors.size());
    }

    /** The first ones, as far as there is room for them; one at least. The same allowed values are listed once. */
    private static List<ProblemError> errors(List<Fault> faults, Language language) {
        List<ProblemError> errors = new ArrayList<>();
        Set<List<String>> listed = new HashSet<>();
        int text = 0;
        for (Fault fault : faults) {
            ProblemError error = listed.add(fault.known())
                    ? ProblemError.of(fault, language)
                    : ProblemError.withoutKnown(fault, language);
            text += error.pointer().length() + error.message().length();
            if (errors.size() == MAX_ERRORS || (text > MAX_TEXT && !errors.isEmpty())) {
                break;
            }
            errors.add(error);
        }
        return List.copyOf(errors);
    }
}
