package io.quanyi.store.git;

import io.quanyi.store.StoreRefused;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/**
 * The address of a repository and the login for it. The address itself contains no secret, so it may appear in
 * messages.
 *
 * @param uri a path, or an address without user and password
 * @param server the address of a server; null for a path
 * @param username the user name from the settings, otherwise from the address
 * @param password the password from the settings, otherwise from the address
 */
public record GitAddress(
        URIish uri,
        @Nullable URL server,
        @Nullable String username,
        @Nullable String password) {

    /** A scheme has two letters at least: a single one is a drive. Git takes {@code host:path} for ssh. */
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*", Pattern.DOTALL);

    private static final Pattern HOST_AND_PATH = Pattern.compile("[^/\\\\:]{2,}:.*", Pattern.DOTALL);
    private static final Set<String> SERVERS = Set.of("https", "http");

    /**
     * The address of a store.
     *
     * @throws StoreRefused if git is not asked at such an address
     */
    public static GitAddress of(GitStoreSettings settings) {
        Matcher matcher = SCHEME.matcher(settings.uri());
        String scheme = matcher.matches() ? matcher.group(1) : "";
        try {
            if (SERVERS.contains(scheme)) {
                return ofServer(settings);
            }
            if (scheme.equals("file")) {
                return ofPath(Path.of(new URI(settings.uri())));
            }
            if (!scheme.isEmpty() || HOST_AND_PATH.matcher(settings.uri()).matches()) {
                throw GitFailures.scheme(scheme.isEmpty() ? "ssh" : scheme);
            }
            return ofPath(Path.of(settings.uri()));
        } catch (URISyntaxException | MalformedURLException | IllegalArgumentException e) {
            // The cause is dropped: its message contains the address with its secrets
            throw GitFailures.setting("uri");
        }
    }

    private static GitAddress ofServer(GitStoreSettings settings) throws URISyntaxException, MalformedURLException {
        URIish given = new URIish(settings.uri());
        URIish bare = given.setUser(null).setPass(null);
        if (given.getHost() == null || settings.uri().matches("(?s).*[?#\\s\\p{Cntrl}].*")) {
            throw GitFailures.setting("uri");
        }
        String username = settings.username() == null ? given.getUser() : settings.username();
        String password = settings.password() == null ? given.getPass() : settings.password();
        return new GitAddress(bare, new URI(bare.toString()).toURL(), username, password);
    }

    private static GitAddress ofPath(Path path) throws URISyntaxException {
        if (path.toString().isEmpty()) {
            throw new InvalidPathException("", "empty");
        }
        return new GitAddress(new URIish(path.toAbsolutePath().toString()), null, null, null);
    }

    /** A text with the secret replaced. A user name without a password is often a token. */
    String withoutSecrets(String text) {
        String secret = password == null ? username : password;
        return secret == null || secret.isEmpty() ? text : text.replace(secret, "…");
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
