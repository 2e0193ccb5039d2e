package io.quanyi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;

class ListenAddressesTests {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "[::1]", "localhost", "::ffff:127.0.0.1", " 127.0.0.1 "})
    void onlyThisMachineReachesALoopbackAddress(String address) throws UnknownHostException {
        assertThat(ListenAddresses.isLocal(address)).isTrue();
        for (ManagementPortType type : ManagementPortType.values()) {
            assertThat(faults(address.strip(), type, "127.0.0.1", false)).isEmpty();
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.1", "10.0.0.1", "203.0.113.9", "fe80::1", "2001:db8::1"})
    void otherMachinesReachAnyOtherAddressAndNoAddressMeansAll(@Nullable String address) throws UnknownHostException {
        assertThat(ListenAddresses.isLocal(address)).isFalse();
        assertThat(faults(address, ManagementPortType.DIFFERENT, "127.0.0.1", false))
                .singleElement()
                .asString()
                .startsWith("server.address ")
                .contains("server.address=127.0.0.1", "quanyi key ID --roles decider,reader", "quanyi.access.jwt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "no such host"})
    void aTextThatIsNoAddressIsNotLocal(String address) {
        assertThat(ListenAddresses.isLocal(address)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.1"})
    void anyAddressIsAllowedWithCredentials(@Nullable String address) throws UnknownHostException {
        assertThat(faults(address, ManagementPortType.DIFFERENT, address, true)).isEmpty();
        assertThat(faults(address, ManagementPortType.DISABLED, null, true)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"0.0.0.0", "192.168.1.1"})
    void healthAndMetricsAreGuardedAsWell(@Nullable String address) throws UnknownHostException {
        assertThat(faults("127.0.0.1", ManagementPortType.DIFFERENT, address, false))
                .singleElement()
                .asString()
                .startsWith("management.server.address ")
                .contains("management.server.address=127.0.0.1");
    }

    @ParameterizedTest
    @EnumSource(
            value = ManagementPortType.class,
            names = {"SAME", "DISABLED"})
    void healthAndMetricsWithoutAPortOfTheirOwnHaveNoAddress(ManagementPortType type) throws UnknownHostException {
        assertThat(faults("127.0.0.1", type, null, false)).isEmpty();
    }

    @Test
    void healthAndMetricsNeverShareAPortThatOthersReach() throws UnknownHostException {
        assertThat(faults("0.0.0.0", ManagementPortType.SAME, null, true))
                .singleElement()
                .asString()
                .startsWith("management.server.port is the port of the service");
        assertThat(faults("0.0.0.0", ManagementPortType.SAME, null, false)).hasSize(2);
    }

    private static List<String> faults(
            @Nullable String server, ManagementPortType type, @Nullable String management, boolean guarded)
            throws UnknownHostException {
        return ListenAddresses.faults(address(server), type, address(management), guarded);
    }

    private static @Nullable InetAddress address(@Nullable String text) throws UnknownHostException {
        return text == null ? null : InetAddress.getByName(text);
    }
}
