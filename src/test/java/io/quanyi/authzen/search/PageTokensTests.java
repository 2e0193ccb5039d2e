package io.quanyi.authzen.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.authzen.search.PageTokens.Next;
import io.quanyi.authzen.search.PageTokens.Pages;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Tree;
import io.quanyi.wire.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens of pages that are given back as they are, and forged, old, or of another search. */
class PageTokensTests {

    private static final PageTokens TOKENS = new PageTokens("k".repeat(32).getBytes(StandardCharsets.UTF_8));
    private static final Tree REQUEST = request("{\"subject\":{\"type\":\"plan\"},\"context\":{\"a\":[1,\"1\"]}}");
    private static final Pages PAGES = new Pages("acme", SearchedKind.SUBJECT, REQUEST, "r1", "sha256:1");
    private static final Next NEXT = new Next(100, 20);

    @Test
    void aTokenMayBeReadAgainAndAgain() {
        String token = TOKENS.of(PAGES, NEXT);
        assertThat(TOKENS.read(PAGES, token)).isEqualTo(NEXT);
        assertThat(TOKENS.read(PAGES, token)).isEqualTo(NEXT);
        assertThat(new PageTokens("k".repeat(32).getBytes(StandardCharsets.UTF_8)).read(PAGES, token))
                .isEqualTo(NEXT);
    }

    static Stream<Pages> others() {
        return Stream.of(
                new Pages("acme", SearchedKind.SUBJECT, REQUEST, "r1", "sha256:2"),
                new Pages("acme", SearchedKind.SUBJECT, REQUEST, "r2", "sha256:1"),
                new Pages("", SearchedKind.SUBJECT, REQUEST, "r1", "sha256:1"),
                new Pages("acme", SearchedKind.RESOURCE, REQUEST, "r1", "sha256:1"),
                new Pages("acme", SearchedKind.SUBJECT, request("{}"), "r1", "sha256:1"),
                new Pages(
                        "acme",
                        SearchedKind.SUBJECT,
                        request("{\"subject\":{\"type\":\"plan\"},\"context\":{\"a\":[\"1\",1]}}"),
                        "r1",
                        "sha256:1"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void aTokenEndsWithItsReleaseAndHoldsForNoOtherSearch(Pages other) {
        assertRefused(TOKENS, other, TOKENS.of(PAGES, NEXT));
    }

    @Test
    void aTokenOfAnotherKeyIsForged() {
        PageTokens others = new PageTokens("x".repeat(32).getBytes(StandardCharsets.UTF_8));
        assertRefused(TOKENS, PAGES, others.of(PAGES, NEXT));
    }

    @Test
    void aTokenWithAnyBitChangedIsForged() {
        byte[] token = Base64.getUrlDecoder().decode(TOKENS.of(PAGES, NEXT));
        for (int bit = 0; bit < token.length * Byte.SIZE; bit++) {
            byte[] changed = token.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            assertRefused(TOKENS, PAGES, Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
        }
    }

    @Test
    void whatIsNoTokenIsRefused() {
        String token = TOKENS.of(PAGES, NEXT);
        for (String none :
                new String[] {" ", "AAAA", token + "A", token.substring(1), token + token, "\u00e9", "=", "%"}) {
            assertRefused(TOKENS, PAGES, none);
        }
    }

    private static void assertRefused(PageTokens tokens, Pages pages, String token) {
        assertThatThrownBy(() -> tokens.read(pages, token)).as(token).isInstanceOf(FaultsFound.class);
    }

    private static Tree request(String json) {
        return JsonReader.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
