package io.quanyi.access.credentials;

import io.quanyi.access.credentials.AccessProperties.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
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
     * What a file says.
     *
     * @param bytes its content, by which a change is seen; empty if it cannot be read
     * @param keys the keys; none if there are faults
     * @param faults all that is wrong, without ids and hashes
     */
    record Content(byte[] bytes, List<Key> keys, List<String> faults) {

        boolean isSameAs(Content other) {
            return Arrays.equals(bytes, other.bytes) && faults.equals(other.faults);
        }
    }

    private static final int LONGEST = 1 << 20;
    private static final String KEYS = "quanyi.access.keys";
    private static final Pattern PART_OF_A_KEY =
            Pattern.compile("quanyi\\.access\\.keys\\[\\d+]\\.(?:id|hash|note|roles(?:\\[\\d+])?)");

    private final Path path;

    ApiKeyFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    Content read() {
        try {
            if (Files.size(path) > LONGEST) {
                return faulty(new byte[0], "is longer than 1 MB");
            }
            return content(Files.readAllBytes(path));
        } catch (IOException e) {
            return faulty(new byte[0], "cannot be read");
        }
    }

    private Content content(byte[] bytes) throws IOException {
        List<PropertySource<?>> documents;
        try {
            documents = new YamlPropertySourceLoader().load(path.toString(), new ByteArrayResource(bytes));
        } catch (RuntimeException e) {
            // The text of what the YAML parser throws repeats lines of the file
            return faulty(bytes, "is not YAML");
        }
        if (documents.size() != 1 || !(documents.get(0) instanceof OriginTrackedMapPropertySource members)) {
            return faulty(bytes, "must be one YAML document with quanyi.access.keys");
        }
        List<String> faults = new ArrayList<>(foreign(members));
        if (!faults.isEmpty()) {
            return new Content(bytes, List.of(), faults);
        }
        List<Key> keys = new Binder(ConfigurationPropertySources.from(members))
                .bind(KEYS, Bindable.listOf(Key.class))
                .orElse(List.of());
        if (keys.isEmpty()) {
            return faulty(bytes, "names no key");
        }
        ApiKeyFaults.of(keys).forEach(fault -> faults.add(path + ": " + fault));
        return new Content(bytes, faults.isEmpty() ? keys : List.of(), faults);
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
        return origin instanceof TextResourceOrigin text && text.getLocation() != null
                ? "line " + (text.getLocation().getLine() + 1) + " "
                : "a line ";
    }

    private Content faulty(byte[] bytes, String fault) {
        return new Content(bytes, List.of(), List.of("quanyi.access.keys-location: " + path + " " + fault));
    }
}
