package io.quanyi.store.git;

import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/**
 * The login for one connection. A server that refuses it is not asked again, because repeated wrong passwords would
 * lock an account. Other questions, such as whether to trust a certificate, get no answer.
 */
final class GitCredentials extends CredentialsProvider {

    private final GitAddress address;
    private boolean refused;

    GitCredentials(GitAddress address) {
        this.address = address;
    }

    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public boolean supports(CredentialItem... items) {
        for (CredentialItem item : items) {
            if (!(item instanceof CredentialItem.Username) && !(item instanceof CredentialItem.Password)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean get(URIish uri, CredentialItem... items) {
        String username = address.username();
        if (refused || username == null || !supports(items)) {
            return false;
        }
        String password = address.password() == null ? "" : address.password();
        for (CredentialItem item : items) {
            if (item instanceof CredentialItem.Username name) {
                name.setValue(username);
            } else if (item instanceof CredentialItem.Password secret) {
                secret.setValue(password.toCharArray());
            }
        }
        return true;
    }

    @Override
    public void reset(URIish uri) {
        refused = true;
    }
}
