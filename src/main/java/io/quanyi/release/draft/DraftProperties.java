package io.quanyi.release.draft;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The bounds of drafts.
 *
 * @param most how many drafts are kept
 * @param mostBytes how many bytes the changed files of one draft may have
 */
@ConfigurationProperties("quanyi.drafts")
record DraftProperties(
        @DefaultValue("100") int most, @DefaultValue("1MB") DataSize mostBytes) {

    private static final int MOST = 1000;
    private static final DataSize LARGEST = DataSize.ofMegabytes(16);

    /** @throws IllegalArgumentException naming a setting out of its bounds, and the bounds */
    DraftProperties {
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("quanyi.drafts.most is %d: from 1 to %d".formatted(most, MOST));
        }
        if (mostBytes.toBytes() < 1 || mostBytes.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException(
                    "quanyi.drafts.most-bytes is %s: from 1B to %s".formatted(mostBytes, LARGEST));
        }
    }
}
