package io.quanyi.web.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Many connections that send the beginning of a request, and then a byte now and then. */
public final class SlowCallers implements AutoCloseable {

    private final List<Socket> sockets = new ArrayList<>();
    private final ScheduledExecutorService trickle = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> trickling;

    /** Opens connections, sends on each the beginning of a request, and goes on with a part of it again and again. */
    public SlowCallers(int port, int count, String beginning, String again) throws IOException {
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket();
            socket.setReuseAddress(true);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 30_000);
            sockets.add(socket);
            send(socket, beginning);
        }
        trickling = trickle.scheduleWithFixedDelay(
                () -> sockets.forEach(socket -> send(socket, again)), 700, 700, TimeUnit.MILLISECONDS);
    }

    /** The answer to each caller until its connection was closed; fails if one stays open. */
    public List<String> answers() throws IOException {
        List<String> answers = new ArrayList<>();
        for (Socket socket : sockets) {
            socket.setSoTimeout(60_000);
            answers.add(untilClosed(socket));
        }
        return answers;
    }

    /** A connection that was reset after its answer has been answered. */
    private static String untilClosed(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] buffer = new byte[8192];
        try {
            InputStream input = socket.getInputStream();
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
        } catch (java.net.SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            answer.append("(reset)");
        }
        return answer.toString();
    }

    private static void send(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            // Closed by the server: as it should be
        }
    }

    @Override
    public void close() throws IOException {
        trickling.cancel(true);
        trickle.shutdownNow();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
