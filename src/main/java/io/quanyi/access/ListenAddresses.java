package io.quanyi.access;

import io.quanyi.access.credentials.Role;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.util.StringUtils;

/** Checks who can reach the addresses that the service listens on. No address means all addresses of the machine. */
final class ListenAddresses {

    private static final String WAYS_OUT = " Either let it listen on this machine only (%1$s=127.0.0.1), or configure"
            + " credentials: \"quanyi key ID --roles " + Role.DECIDER.word() + "," + Role.READER.word()
            + "\" makes an API key and prints what belongs under quanyi.access.keys;"
            + " quanyi.access.jwt accepts the tokens of an issuer.";

    private ListenAddresses() {}

    /** Whether only this machine can reach it. */
    static boolean isLocal(@Nullable InetAddress address) {
        return address != null && address.isLoopbackAddress();
    }

    /** The same of an address as it is configured; an empty one is none. */
    static boolean isLocal(@Nullable String address) {
        try {
            return StringUtils.hasText(address) && isLocal(InetAddress.getByName(address.strip()));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /**
     * Faults: addresses that other machines can reach though they must not.
     *
     * @param server the address of the service
     * @param managementPort where health and metrics are
     * @param management their address, if they have a port of their own
     * @param guarded whether there are credentials
     */
    static List<String> faults(
            @Nullable InetAddress server,
            ManagementPortType managementPort,
            @Nullable InetAddress management,
            boolean guarded) {
        List<String> faults = new ArrayList<>();
        if (!guarded && !isLocal(server)) {
            faults.add(open("server.address", server));
        }
        if (!guarded && managementPort == ManagementPortType.DIFFERENT && !isLocal(management)) {
            faults.add(open("management.server.address", management));
        }
        if (managementPort == ManagementPortType.SAME && !isLocal(server)) {
            faults.add("management.server.port is the port of the service, which other machines can reach: health and"
                    + " metrics must have one of their own");
        }
        return faults;
    }

    private static String open(String property, @Nullable InetAddress address) {
        String value = address == null ? "is not set" : "is " + address.getHostAddress();
        return property + " " + value + ", so other machines could reach the service, and anybody could use it."
                + WAYS_OUT.formatted(property);
    }
}
