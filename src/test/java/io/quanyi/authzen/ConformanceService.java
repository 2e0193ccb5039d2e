package io.quanyi.authzen;

import io.quanyi.QuanyiApplication;
import io.quanyi.access.credentials.ApiKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;

/**
 * Serves the programme of the conformance scenario over HTTPS, so that the official modules can be run against it from outside. docs/authzen.md says
 * how to start it.
 */
public final class ConformanceService {

    private static final String KEY = "--with-key";
    private static final String PORT = "--server.port=";
    private static final String PASSWORD = "changeit";

    private ConformanceService() {}

    /**
     * Starts it.
     *
     * @param arguments {@code --with-key} to accept a new API key alone, and any settings of the service, such as {@code --server.port=8443}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> given = new ArrayList<>(List.of(arguments));
        boolean withKey = given.remove(KEY);
        int port = given.stream()
                .filter(argument -> argument.startsWith(PORT))
                .map(argument -> Integer.parseInt(argument.substring(PORT.length())))
                .findFirst()
                .orElseGet(ConformanceService::freePort);
        given.removeIf(argument -> argument.startsWith(PORT));
        String base = "https://localhost:" + port;
        List<String> all = new ArrayList<>(List.of(
                PORT + port,
                "--server.ssl.key-store=" + selfSigned(),
                "--server.ssl.key-store-password=" + PASSWORD,
                "--quanyi.rules=" + ConformanceProgramme.RULES,
                "--quanyi.authzen.base-url=" + base));
        if (withKey) {
            ApiKey key = ApiKey.make("conformance", new SecureRandom());
            all.addAll(List.of(
                    "--quanyi.access.keys[0].id=conformance",
                    "--quanyi.access.keys[0].hash=" + key.hash(),
                    "--quanyi.access.keys[0].roles=decider"));
            System.out.println("API key: " + key.text());
        }
        all.addAll(given);
        new SpringApplication(QuanyiApplication.class, ConformanceProgramme.class).run(all.toArray(String[]::new));
        System.out.println("Decision point: " + base + "/authzen/authzen-conformance");
    }

    /** A new self-signed certificate for this machine, made by the JDK's own tool. */
    private static Path selfSigned() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("authzen-conformance");
        Path store = folder.resolve("certificate.p12");
        Process keytool = new ProcessBuilder(command(store)).inheritIO().start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool made no certificate");
        }
        store.toFile().deleteOnExit();
        return store;
    }

    private static List<String> command(Path store) {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        return Arrays.asList(
                tool,
                "-genkeypair",
                "-alias",
                "pdp",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "30",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
