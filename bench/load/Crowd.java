package bench.load;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does things many times at once. */
final class Crowd {

    private Crowd() {}

    /** Each result, or what was thrown as a fault. */
    static <T> List<T> all(int times, Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                running.add(threads.submit(work));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** As many connections from one address as are let in, each with the same first bytes sent. */
    static List<Socket> connections(int most, String from, Service service, byte[] first) {
        List<Socket> open = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            try {
                Socket socket = Call.connect(from, service.port, java.time.Duration.ofSeconds(2));
                open.add(socket);
                socket.getOutputStream().write(first);
            } catch (IOException e) {
                // Not let in: that is what a bound is for
            }
        }
        return open;
    }

    static void close(List<Socket> sockets) {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is gone
            }
        }
    }
}
