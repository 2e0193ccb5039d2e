package io.quanyi.release.live;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings of drafts, which also bound the changes that the store takes from other services.
 *
 * @param most how many drafts are kept
 * @param mostBytes how many bytes the changed files of one draft may have
 * @param key the secret with which services seal drafts that they share; null for one of the place where drafts are kept
 */
@ConfigurationProperties("quanyi.drafts")
public record DraftProperties(
        @DefaultValue("100") int most,
        @DefaultValue("1MB") DataSize mostBytes,
        @Nullable String key) {

    /** The room for the head and the comments of a draft, beside its files. */
    public static final int HEAD_BYTES = 64 << 10;

    /** The room for the comments on a draft. */
    public static final int COMMENT_BYTES = 256 << 10;

    private static final int MAX_DRAFTS = 1000;
    private static final DataSize MAX_DRAFT_SIZE = DataSize.ofMegabytes(16);
    private static final int MIN_KEY_LENGTH = 32;

    /** @throws IllegalArgumentException naming a setting out of its bounds, and the bounds */
    public DraftProperties {
        if (most < 1 || most > MAX_DRAFTS) {
            throw new IllegalArgumentException("quanyi.drafts.most is %d: from 1 to %d".formatted(most, MAX_DRAFTS));
        }
        if (mostBytes.toBytes() < 1 || mostBytes.compareTo(MAX_DRAFT_SIZE) > 0) {
            throw new IllegalArgumentException(
                    "quanyi.drafts.most-bytes is %s: from 1B to %s".formatted(mostBytes, MAX_DRAFT_SIZE));
        }
        if (key != null && key.length() < MIN_KEY_LENGTH) {
            throw new IllegalArgumentException(
                    "quanyi.drafts.key has %d characters: at least %d".formatted(key.length(), MIN_KEY_LENGTH));
        }
    }

    /** The key of these settings, or that of the place where drafts are kept. */
    public Supplier<byte[]> keyOr(Supplier<byte[]> secret) {
        return key == null ? secret : () -> key.getBytes(StandardCharsets.UTF_8);
    }

    /** The settings without the key. */
    @Override
    public String toString() {
        return "DraftProperties[most=" + most + ", mostBytes=" + mostBytes + "]";
    }
}
