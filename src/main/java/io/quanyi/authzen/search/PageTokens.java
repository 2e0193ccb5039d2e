package io.quanyi.authzen.search;

import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Arr;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and checks the tokens that fetch the next page of a search. A token holds the place at which to go on and the most results of a page, and
 * a keyed hash of both and of all on which the pages before rested: a caller who changes the request, or the place, cannot make the hash, and
 * a token ends
 * with its release.
 */
public final class PageTokens {

    /**
     * All on which the pages of a search rest.
     *
     * @param decisionPoint the programme of the decision point that is asked; empty for that of all programmes
     * @param searched the kind of entity
     * @param request the request without the token and the limit of its page
     * @param revision the revision of the searched data outside of the release
     * @param release the digest of the release
     */
    record Pages(String decisionPoint, SearchedKind searched, Tree request, String revision, String release) {}

    /**
     * The content of a token.
     *
     * @param place the place at which to go on
     * @param limit the most results of a page
     */
    record Next(int place, int limit) {}

    private static final String ALGORITHM = "HmacSHA256";

    /** The bytes of the hash that a token holds. */
    private static final int HASH = 16;

    private static final int HELD = 2 * Integer.BYTES;

    private final SecretKeySpec key;

    /** @param key the secret key; services that answer in turn need the same */
    public PageTokens(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The token that holds this. */
    String of(Pages pages, Next next) {
        byte[] token = ByteBuffer.allocate(HELD + HASH)
                .putInt(next.place())
                .putInt(next.limit())
                .put(hash(pages, next))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /**
     * The content of a token.
     *
     * @throws FaultsFound if it was not given for these pages
     */
    Next read(Pages pages, String token) {
        byte[] bytes = decoded(token);
        if (bytes.length == HELD + HASH) {
            ByteBuffer held = ByteBuffer.wrap(bytes);
            Next next = new Next(held.getInt(), held.getInt());
            if (MessageDigest.isEqual(hash(pages, next), Arrays.copyOfRange(bytes, HELD, bytes.length))) {
                return next;
            }
        }
        throw notValid();
    }

    /** The fault of a token that was not given for the request. */
    static FaultsFound notValid() {
        return new FaultsFound(List.of(Fault.at("/page/token", "page-token")));
    }

    private static byte[] decoded(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private byte[] hash(Pages pages, Next next) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(ByteBuffer.allocate(HELD)
                    .putInt(next.place())
                    .putInt(next.limit())
                    .array());
            for (String part :
                    List.of(pages.decisionPoint(), pages.searched().name(), pages.revision(), pages.release())) {
                add(part, mac);
            }
            add(pages.request(), mac);
            return Arrays.copyOf(mac.doFinal(), HASH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Adds the bytes of a document. Documents that differ add different bytes; the order of members makes no difference. */
    private static void add(Tree tree, Mac mac) {
        if (tree instanceof Obj object) {
            Map<String, Tree> sorted = new TreeMap<>(object.members());
            add("{" + sorted.size(), mac);
            sorted.forEach((name, value) -> {
                add(name, mac);
                add(value, mac);
            });
        } else if (tree instanceof Arr array) {
            add("[" + array.items().size(), mac);
            array.items().forEach(item -> add(item, mac));
        } else if (tree instanceof Scalar scalar) {
            add(scalar.kind().name(), mac);
            add(scalar.text(), mac);
        }
    }

    private static void add(String text, Mac mac) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        mac.update(bytes);
    }
}
