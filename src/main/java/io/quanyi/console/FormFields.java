package io.quanyi.console;

import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.web.BodyType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;

/**
 * The fields of a form that a page of the console has sent. They are read from the body within the bounds of every other body; the
 * server's own reading of forms has narrower bounds than a file of rules. Controllers take them as an argument.
 */
public final class FormFields {

    /** The field with the token of the session, which each form has. */
    public static final String TOKEN = "csrf";

    /** The most fields of a form: more than any page has. */
    private static final int MAX_FIELDS = 1000;

    /** The attribute of a request that keeps its form, whose body can be read only once. */
    private static final String READ = FormFields.class.getName();

    private final Map<String, List<String>> fields;

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2199;

    private FormFields(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /**
     * Reads the form in the body of a request.
     *
     * @throws FaultsFound if the body is no form
     */
    public static FormFields of(HttpServletRequest request) throws IOException {
        if (request.getAttribute(READ) instanceof FormFields read) {
            return read;
        }
        FormFields read = read(request);
        request.setAttribute(READ, read);
        return read;
    }

    /**
     * The instant in a field for a date and a time, which are by the clock of a zone.
     *
     * @throws DateTimeException if it is no date and time, or of a year in which no release can begin
     */
    public static OffsetDateTime instant(String field, ZoneId zone) {
        LocalDateTime local = LocalDateTime.parse(field);
        if (local.getYear() < FIRST_YEAR || local.getYear() > LAST_YEAR) {
            throw new DateTimeException("no year of a release");
        }
        return local.atZone(zone).toOffsetDateTime();
    }

    private static FormFields read(HttpServletRequest request) throws IOException {
        if (BodyType.isForm(request.getContentType())) {
            return new FormFields(parts(request));
        }
        if (!isForm(request)) {
            throw broken();
        }
        String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String[] pairs = body.isEmpty() ? new String[0] : body.split("&", MAX_FIELDS + 1);
        if (pairs.length > MAX_FIELDS) {
            throw broken();
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            fields.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
        }
        return new FormFields(fields);
    }

    /** The fields of a form with files: the value of a file is its text. The server bounds their size. */
    private static Map<String, List<String>> parts(HttpServletRequest request) throws IOException {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (Part part : received(request)) {
            try (InputStream stream = part.getInputStream()) {
                String value = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                fields.computeIfAbsent(part.getName(), any -> new ArrayList<>()).add(value.replace("\r\n", "\n"));
            } finally {
                part.delete();
            }
        }
        return fields;
    }

    private static Collection<Part> received(HttpServletRequest request) {
        try {
            return request.getParts();
        } catch (ServletException | IOException | IllegalStateException e) {
            // It has no boundary or no end, or a file is too large
            throw broken();
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && MediaType.APPLICATION_FORM_URLENCODED.includes(MediaType.parseMediaType(type));
    }

    /** Browsers end lines in a form as Windows does; files of rules do not. */
    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IllegalArgumentException e) {
            throw broken();
        }
    }

    private static FaultsFound broken() {
        return new FaultsFound(List.of(Fault.at("", "form-broken")));
    }

    /** The first value of a field; empty if there is none. */
    public String first(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    /**
     * The value of a field of which the form offers some values; empty if nothing is chosen.
     *
     * @throws FaultsFound if it is none of those
     */
    public String choice(String name, Collection<String> offered) {
        String value = first(name);
        if (!value.isEmpty() && !offered.contains(value)) {
            throw otherChoice(name, value);
        }
        return value;
    }

    /**
     * Whether a box is ticked.
     *
     * @param value the value that the form sends for a ticked box
     * @throws FaultsFound if something else is sent
     */
    public boolean isTicked(String name, String value) {
        return choice(name, List.of(value)).equals(value);
    }

    /** The refusal of a value that a form does not offer. */
    public static FaultsFound otherChoice(String name, String value) {
        return new FaultsFound(List.of(Fault.at("/" + name, "form-choice", value)));
    }

    /** All values of a field, in their order; none if the form does not have it. */
    public List<String> all(String name) {
        return List.copyOf(fields.getOrDefault(name, List.of()));
    }

    /** The names of the fields, in their order. */
    public List<String> names() {
        return List.copyOf(fields.keySet());
    }

    /** Whether the form has a field, be it empty. */
    public boolean has(String name) {
        return fields.containsKey(name);
    }
}
