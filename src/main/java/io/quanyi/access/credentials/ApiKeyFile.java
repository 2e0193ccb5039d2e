package io.quanyi.access.credentials;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

/**
 * The file that {@code quanyi.access.keys-location} names: API keys, in the lines that {@code quanyi key} prints. It is read while the service
 * runs, so that keys can change without a restart.
 */
final class ApiKeyFile {

    /**
     * The content of a file of keys.
     *
     * @param text its bytes, one character each, by which a change is seen; empty if it cannot be read
     * @param keys the keys; none if there are faults
     * @param faults all that is wrong, without ids and hashes
     */
    record Content(String text, List<AccessProperties.Key> keys, List<String> faults) {}

    private static final int MAX_BYTES = 1 << 20;
    private static final String KEYS = "quanyi.access.keys";
    private static final Pattern PART_OF_A_KEY =
            Pattern.compile("quanyi\\.access\\.keys\\[\\d+]\\.(?:id|hash|note|roles(?:\\[\\d+])?)");

    private final Path path;

    ApiKeyFile(Path path) {
        this.path = path;
    }

    Content read() {
        try {
            if (Files.size(path) > MAX_BYTES) {
                return faulty("", "is longer than 1 MB");
            }
            return content(Files.readString(path, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return faulty("", "cannot be read");
        }
    }

    private Content content(String text) throws IOException {
        List<PropertySource<?>> documents;
        try {
            documents = new YamlPropertySourceLoader()
                    .load(path.toString(), new ByteArrayResource(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (RuntimeException e) {
            // The text of what the YAML parser throws repeats lines of the file
            return faulty(text, "is not YAML");
        }
        if (documents.size() != 1 || !(documents.get(0) instanceof OriginTrackedMapPropertySource members)) {
            return faulty(text, "must be one YAML document with quanyi.access.keys");
        }
        List<String> faults = new ArrayList<>(foreign(members));
        if (!faults.isEmpty()) {
            return new Content(text, List.of(), faults);
        }
        List<AccessProperties.Key> keys = new Binder(Objects.requireNonNull(ConfigurationPropertySource.from(members)))
                .bind(KEYS, Bindable.listOf(AccessProperties.Key.class))
                .orElse(List.of());
        if (keys.isEmpty()) {
            return faulty(text, "names no key");
        }
        ApiKeyFaults.of(keys).forEach(fault -> faults.add(path + ": " + fault));
        return new Content(text, faults.isEmpty() ? keys : List.of(), faults);
    }

    /** The members that are no part of a key, each with its line: they would have no effect here. */
    private List<String> foreign(OriginTrackedMapPropertySource members) {
        return Arrays.stream(members.getPropertyNames())
                .filter(name -> !PART_OF_A_KEY.matcher(name).matches() && !isEmptyList(name, members))
                .map(name -> path + ": " + place(members.getOrigin(name))
                        + "is no part of an API key; \"quanyi key\" prints the lines of one")
                .toList();
    }

    private static boolean isEmptyList(String name, OriginTrackedMapPropertySource members) {
        return name.equals(KEYS) && "".equals(members.getProperty(name));
    }

    private static String place(@Nullable Origin origin) {
        return origin instanceof TextResourceOrigin file && file.getLocation() != null
                ? "line " + (file.getLocation().getLine() + 1) + " "
                : "a line ";
    }

    private Content faulty(String text, String fault) {
        return new Content(text, List.of(), List.of("quanyi.access.keys-location: " + path + " " + fault));
    }
}
