package io.quanyi.web.load;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The bounds on how much is done at once, and on how slow a caller may be. A caller is a remote address.
 *
 * @param deciding how many decisions are made at once; 0 for twice the processors
 * @param reading how many other requests are worked on at once; 0 for twice the processors
 * @param queue how many requests may wait until they can be decided
 * @param queuePerCaller how many of those may be of one caller
 * @param queueTime how long a request may wait until it is decided; where many have waited longer, they are refused at their heads
 * @param readingTime how long any other request may wait until it is worked on
 * @param connectionsPerCaller how many connections one caller may have
 * @param headTime how long the head of a request may take to come whole
 * @param bodies how many bodies may be awaited at once
 * @param bodiesPerCaller how many of those may be of one caller
 * @param bodyGrace how long a body may take before its rate counts
 * @param bodyRate how much of a body has to come in each second after that
 * @param bodyTime how long a body, or one line of a stream, may take to come whole
 * @param writeTime how long a caller may take to read a part of an answer, some 8 KB
 * @param uploads how many forms with files may be read at once
 * @param uploadsPerCaller how many of those may be of one caller
 * @param uploadTime how long a form with files may take to come whole
 * @param streams how many streams of questions may be open at once
 * @param streamsPerCaller how many of those may be of one caller
 * @param drain how long the service goes on answering after it was told to stop
 */
@ConfigurationProperties("quanyi.load")
record LoadProperties(
        @DefaultValue("0") int deciding,
        @DefaultValue("0") int reading,
        @DefaultValue("128") int queue,
        @DefaultValue("96") int queuePerCaller,
        @DefaultValue("100ms") Duration queueTime,
        @DefaultValue("2s") Duration readingTime,
        @DefaultValue("1100") int connectionsPerCaller,
        @DefaultValue("10s") Duration headTime,
        @DefaultValue("512") int bodies,
        @DefaultValue("384") int bodiesPerCaller,
        @DefaultValue("5s") Duration bodyGrace,
        @DefaultValue("1KB") DataSize bodyRate,
        @DefaultValue("30s") Duration bodyTime,
        @DefaultValue("10s") Duration writeTime,
        @DefaultValue("16") int uploads,
        @DefaultValue("8") int uploadsPerCaller,
        @DefaultValue("2m") Duration uploadTime,
        @DefaultValue("64") int streams,
        @DefaultValue("48") int streamsPerCaller,
        @DefaultValue("5s") Duration drain) {

    /** Threads that are left for refusals, and for the probes of liveness and readiness. */
    private static final int RESERVE = 64;

    LoadProperties {
        require(deciding >= 0, "deciding", "0 or more");
        require(reading >= 0, "reading", "0 or more");
        pair("queue", queue, queuePerCaller);
        pair("bodies", bodies, bodiesPerCaller);
        pair("uploads", uploads, uploadsPerCaller);
        pair("streams", streams, streamsPerCaller);
        require(connectionsPerCaller > 0, "connections-per-caller", "more than 0");
        require(bodyRate.toBytes() > 0, "body-rate", "more than 0");
        positive("queue-time", queueTime);
        positive("reading-time", readingTime);
        positive("head-time", headTime);
        positive("body-time", bodyTime);
        positive("write-time", writeTime);
        positive("upload-time", uploadTime);
        require(!bodyGrace.isNegative(), "body-grace", "0 or more");
        require(!drain.isNegative(), "drain", "0 or more");
    }

    /**
     * The number of threads that requests may hold for longer than a moment.
     *
     * @throws IllegalArgumentException if hardly a connection would be left for anything else
     */
    void requireConnections(int connections) {
        int held = workers(deciding) + workers(reading) + 2 * queue + bodies + uploads + streams + RESERVE;
        if (held > connections) {
            throw new IllegalArgumentException("server.tomcat.max-connections is " + connections
                    + ", but the bounds under" + " quanyi.load let requests hold " + held
                    + ": raise it, or lower quanyi.load.bodies or .streams");
        }
    }

    /** As configured, or by the number of processors. */
    static int workers(int configured) {
        return configured > 0 ? configured : 2 * Runtime.getRuntime().availableProcessors();
    }

    private static void pair(String name, int all, int ofOne) {
        require(all > 0, name, "more than 0");
        require(ofOne > 0 && ofOne <= all, name + "-per-caller", "more than 0, and at most quanyi.load." + name);
    }

    private static void positive(String name, Duration duration) {
        require(!duration.isNegative() && !duration.isZero(), name, "more than 0");
    }

    private static void require(boolean holds, String name, String bounds) {
        if (!holds) {
            throw new IllegalArgumentException("quanyi.load." + name + " has to be " + bounds);
        }
    }
}
