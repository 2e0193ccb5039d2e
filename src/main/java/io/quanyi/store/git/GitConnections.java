package io.quanyi.store.git;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Proxy;
import java.net.URL;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;

/** Connections to one server, and to no other that it redirects to. They record the status of the last response. */
final class GitConnections implements HttpConnectionFactory {

    private final URL server;
    private int status;

    GitConnections(URL server) {
        this.server = server;
    }

    /** The status of the last response; 0 if there was none. */
    int status() {
        return status;
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
        return create(url, Proxy.NO_PROXY);
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        if (!isServer(url)) {
            throw new ConnectException("the server points at another one");
        }
        status = 0;
        return new RecordedConnection(url, proxy);
    }

    private boolean isServer(URL url) {
        return url.getProtocol().equals(server.getProtocol())
                && url.getHost().equalsIgnoreCase(server.getHost())
                && port(url) == port(server);
    }

    private static int port(URL url) {
        return url.getPort() == -1 ? url.getDefaultPort() : url.getPort();
    }

    private final class RecordedConnection extends JDKHttpConnection {

        private RecordedConnection(URL url, Proxy proxy) throws IOException {
            super(url, proxy);
        }

        @Override
        public int getResponseCode() throws IOException {
            status = super.getResponseCode();
            return status;
        }
    }
}
