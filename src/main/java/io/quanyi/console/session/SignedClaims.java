package io.quanyi.console.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;

/** Signs claims for one purpose, and reads them back (JWT, HMAC with SHA-256). Browsers keep them; changed claims are not read. */
public final class SignedClaims {

    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.HS256;

    /** As much as a browser keeps of one cookie. */
    private static final int MAX_CHARACTERS = 4096;

    private final JOSEObjectType purpose;
    private final List<byte[]> keys;

    SignedClaims(String purpose, SigningKeys keys) {
        this.purpose = new JOSEObjectType(purpose);
        this.keys = keys.forPurpose(purpose);
    }

    /** The signed text of claims. */
    public String signed(JWTClaimsSet claims) {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(ALGORITHM).type(purpose).build(), claims);
        try {
            token.sign(new MACSigner(keys.get(0)));
        } catch (JOSEException e) {
            throw new IllegalStateException("a key of 256 bits signs", e);
        }
        return token.serialize();
    }

    /** The claims of a signed text; empty if it is not signed here, for this purpose. */
    public Optional<JWTClaimsSet> read(String text) {
        if (text.length() > MAX_CHARACTERS) {
            return Optional.empty();
        }
        try {
            SignedJWT token = SignedJWT.parse(text);
            boolean own = ALGORITHM.equals(token.getHeader().getAlgorithm())
                    && purpose.equals(token.getHeader().getType())
                    && isSigned(token);
            return own ? Optional.of(token.getJWTClaimsSet()) : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    private boolean isSigned(SignedJWT token) throws JOSEException {
        for (byte[] key : keys) {
            if (token.verify(new MACVerifier(key))) {
                return true;
            }
        }
        return false;
    }
}
