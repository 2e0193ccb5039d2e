package io.quanyi.access.credentials;

import io.quanyi.access.credentials.AccessProperties.Jwt;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/** Checks the configuration of tokens, and lists its faults. */
final class TokenFaults {

    private static final String PLACE = "quanyi.access.jwt";

    private TokenFaults() {}

    static List<String> of(@Nullable Jwt jwt) {
        List<String> faults = new ArrayList<>();
        if (jwt != null) {
            addIfBlank(jwt.issuer(), ".issuer", faults);
            addIfBlank(jwt.audience(), ".audience", faults);
            addIfBlank(jwt.rolesClaim(), ".roles-claim", faults);
            addAlgorithms(jwt.algorithms(), faults);
            addKeys(jwt.jwkSetUri(), jwt.publicKeyLocation(), faults);
        }
        return faults;
    }

    private static void addIfBlank(String value, String member, List<String> faults) {
        if (value.isBlank()) {
            faults.add(PLACE + member + " is missing");
        }
    }

    private static void addAlgorithms(List<String> algorithms, List<String> faults) {
        if (algorithms.isEmpty()) {
            faults.add(PLACE + ".algorithms names none");
        }
        algorithms.stream()
                .filter(algorithm -> SignatureAlgorithm.from(algorithm) == null)
                .map(algorithm -> PLACE + ".algorithms: \"" + algorithm
                        + "\" is not accepted; only signatures with a pair of keys are: " + accepted())
                .forEach(faults::add);
    }

    private static String accepted() {
        return Arrays.stream(SignatureAlgorithm.values())
                .map(SignatureAlgorithm::getName)
                .collect(Collectors.joining(", "));
    }

    private static void addKeys(@Nullable String uri, @Nullable Path file, List<String> faults) {
        if ((uri == null) == (file == null)) {
            faults.add(PLACE + " needs one of jwk-set-uri and public-key-location");
        }
        if (uri != null && !TrustedAddress.is(uri)) {
            faults.add(PLACE + ".jwk-set-uri must begin with https://; http:// will do only on this machine");
        }
        if (file != null) {
            addFile(file, faults);
        }
    }

    private static void addFile(Path file, List<String> faults) {
        try {
            PublicKeyFile.read(file);
        } catch (IOException | GeneralSecurityException e) {
            faults.add(PLACE + ".public-key-location: no RSA or EC public key in PEM can be read from " + file);
        }
    }
}
