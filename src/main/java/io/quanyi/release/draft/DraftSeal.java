package io.quanyi.release.draft;

import io.quanyi.source.SourceFile;
import io.quanyi.store.DraftFiles;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The seal of a draft: a file beside its files that only a service with the key can write. It distinguishes the writing of a service from
 * changes by other means, where any name can be written under an approval.
 */
final class DraftSeal {

    static final String NAME = "draft.seal";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "hmac-sha256:";

    private final Supplier<byte[]> keys;
    private volatile @Nullable SecretKeySpec known;

    /** @param keys gives the secret of all services that share the drafts; it is asked once, when it is needed */
    DraftSeal(Supplier<byte[]> keys) {
        this.keys = keys;
    }

    /** The files of a draft with their seal. */
    DraftFiles seal(DraftFiles draft) {
        List<SourceFile> files = new ArrayList<>(draft.files());
        files.add(new SourceFile(NAME, bytes(of(draft))));
        return new DraftFiles(draft.id(), files);
    }

    /** Whether a service wrote all files of a draft as they are. */
    boolean isUnbroken(DraftFiles sealed) {
        byte[] expected = bytes(of(unsealed(sealed)));
        return sealed.files().stream()
                .filter(file -> file.path().equals(NAME))
                .anyMatch(file -> MessageDigest.isEqual(expected, file.bytes()));
    }

    /** The files of a draft without their seal. */
    static DraftFiles unsealed(DraftFiles sealed) {
        return new DraftFiles(
                sealed.id(),
                sealed.files().stream()
                        .filter(file -> !file.path().equals(NAME))
                        .toList());
    }

    /** The id is a part of it, so that no approval of one draft serves another. */
    private String of(DraftFiles draft) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return PREFIX + HexFormat.of().formatHex(mac.doFinal(bytes(draft.id() + "\n" + draft.revision()))) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private SecretKeySpec key() {
        SecretKeySpec key = known;
        if (key == null) {
            key = new SecretKeySpec(keys.get(), ALGORITHM);
            known = key;
        }
        return key;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
