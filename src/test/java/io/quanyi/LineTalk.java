package io.quanyi;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Sends lines in chunks over a connection of its own, and reads what comes back while it does. */
public final class LineTalk implements Closeable {

    private final Socket socket;
    private final BufferedReader reader;
    private int leftOfChunk;
    private boolean ended;

    /** Opens a connection, and sends the head of a request. */
    public LineTalk(int port, String path) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        socket.setTcpNoDelay(true);
        reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        write("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n");
    }

    /** Sends a part of the body. */
    public void send(String part) {
        int length = part.getBytes(StandardCharsets.UTF_8).length;
        try {
            write(Integer.toHexString(length) + "\r\n" + part + "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the end of the body. */
    public void end() {
        try {
            write("0\r\n\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the head of the answer, up to the body. */
    public String head() throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    /** The next line of the body, its text as Latin-1; null where the body ends, as it should. */
    public @Nullable String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = next(); next >= 0; next = next()) {
            if (next == '\n') {
                return line.toString();
            }
            line.append((char) next);
        }
        return line.isEmpty() ? null : line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private int next() throws IOException {
        if (leftOfChunk == 0 && !ended) {
            String size = reader.readLine();
            if (size == null) {
                throw new IOException("broken off");
            }
            leftOfChunk = Integer.parseInt(size, 16);
            ended = leftOfChunk == 0;
        }
        if (ended) {
            return -1;
        }
        int next = reader.read();
        if (next < 0) {
            throw new IOException("broken off");
        }
        if (--leftOfChunk == 0) {
            reader.readLine();
        }
        return next;
    }

    private void write(String text) throws IOException {
        OutputStream output = socket.getOutputStream();
        output.write(text.getBytes(StandardCharsets.UTF_8));
        output.flush();
    }
}
