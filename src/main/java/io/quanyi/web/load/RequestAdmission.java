package io.quanyi.web.load;

import io.quanyi.web.BodyType;
import io.quanyi.web.HttpProperties;
import io.quanyi.web.ProblemWriter;
import io.quanyi.web.coding.ContentCoding;
import io.quanyi.web.coding.GzipBody;
import io.quanyi.web.standard.Standard;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Admits each request or refuses it, before anything else is done for it. Probes of liveness and readiness never wait. The rest of a body
 * that was not read is not waited for.
 */
final class RequestAdmission extends ValveBase {

    private static final String CLOSE = "close";
    private static final int ERROR = 400;

    private static final Set<String> PROBES =
            Set.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness", "/livez", "/readyz");
    private static final Set<String> DECIDING = Set.of(
            "/v1/decisions",
            "/v1/decisions/batch",
            "/v1/entitlements",
            "/v1/entitlements/batch",
            "/v1/alternatives",
            "/v1/explanations");
    private static final String PUBLISHING = "/v1/";

    private final LoadProperties load;
    private final Duration idle;
    private final long maxDecoded;
    private final ProblemWriter problems;
    private final ShutdownDrain shutdown;
    private final ScheduledExecutorService timer;
    private final WorkPlaces deciding;
    private final WorkPlaces reading;
    private final CallerLimit bodies;
    private final BodyMemory memory = new BodyMemory();
    private final CallerLimit streams;
    private final CallerLimit uploads;

    /** The requests that are let in, by their callers. */
    private final CallerLimit letIn = new CallerLimit(Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** @param http has the bounds of bodies */
    RequestAdmission(
            LoadProperties load,
            HttpProperties http,
            ProblemWriter problems,
            ShutdownDrain shutdown,
            ScheduledExecutorService timer) {
        super(true);
        this.load = load;
        this.idle = http.bodyIdle();
        this.maxDecoded = 2 * http.maxLine().toBytes() + GzipBody.AT_ONCE;
        this.problems = problems;
        this.shutdown = shutdown;
        this.timer = timer;
        this.deciding = places(load.deciding(), load, load.queueTime());
        this.reading = places(load.reading(), load, load.readingTime());
        this.bodies = new CallerLimit(load.bodies(), load.bodiesPerCaller());
        this.streams = new CallerLimit(load.streams(), load.streamsPerCaller());
        this.uploads = new CallerLimit(load.uploads(), load.uploadsPerCaller());
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (response.getStatus() >= ERROR) {
            // Tomcat has refused the head: behind it there is no body that could be read
            getNext().invoke(request, response);
            return;
        }
        if (shutdown.isDraining()) {
            response.setHeader(HttpHeaders.CONNECTION, CLOSE);
        }
        String caller = caller(request.getRemoteAddr());
        CallerConnection connection = new CallerConnection(
                HeadReader.of(request.getCoyoteRequest()),
                timer,
                load.writeTime().toMillis());
        if (isCrowdedOut(request, caller) && BodyFlow.dropIfWhole(request.getCoyoteRequest())) {
            problems.write(request, response.getResponse(), RequestShed.ofAll());
            connection.add(response::finishResponse);
            return;
        }
        BodyFlow body = BodyFlow.of(request.getCoyoteRequest(), connection, pace(request), bodies, memory, caller);
        if (ContentCoding.of(request.getRequest()) == ContentCoding.GZIP) {
            body.decode();
        }
        HeldPlace place = HeldPlace.of(request.getRequest(), placesOf(request), connection, caller);
        CallerLimit limit = limitOf(request);
        try {
            if (limit != null) {
                limit.enter(caller);
            }
            try {
                admit(request, body, place, caller);
                serve(request, response, caller);
            } finally {
                place.give();
                body.release();
                if (limit != null) {
                    limit.leave(caller);
                }
            }
        } catch (RequestShed shed) {
            body.release();
            problems.write(request, response.getResponse(), shed);
        }
        finish(response, body, connection);
    }

    private void serve(Request request, Response response, String caller) throws IOException, ServletException {
        if (isProbe(request)) {
            getNext().invoke(request, response);
            return;
        }
        RequestThreads.makeWay();
        letIn.enter(caller);
        try {
            getNext().invoke(request, response);
        } finally {
            letIn.leave(caller);
        }
    }

    /** A request whose body is there takes its place at once; another one, when its body has come. */
    private void admit(Request request, BodyFlow body, HeldPlace place, String caller) {
        if (isCrowdedOut(request, caller)) {
            throw RequestShed.ofAll();
        }
        if (limitOf(request) != null) {
            return;
        }
        if (!body.isOutstanding() || body.isThere()) {
            place.take();
        } else {
            place.refuseIfQueueIsFull();
        }
    }

    /** While a crowd waits for longer than a request may, only a caller none of whose requests is let in is heard. */
    private boolean isCrowdedOut(Request request, String caller) {
        return RequestThreads.isCrowded(load.queueTime().toNanos()) && letIn.has(caller) && !isProbe(request);
    }

    private BodyPace pace(Request request) {
        if (BodyType.isLines(request.getContentType())) {
            return BodyPace.lines(idle, load, maxDecoded);
        }
        return BodyType.isForm(request.getContentType()) ? BodyPace.upload(idle, load) : BodyPace.whole(idle, load);
    }

    /** The limit of requests whose bodies are read while they are worked on. */
    private @Nullable CallerLimit limitOf(Request request) {
        String type = request.getContentType();
        if (type == null) {
            return null;
        }
        if (BodyType.isLines(type)) {
            return streams;
        }
        return BodyType.isForm(request.getContentType()) ? uploads : null;
    }

    /** Probes wait for nothing, and publishing has a bound of its own. */
    private @Nullable WorkPlaces placesOf(Request request) {
        String path = request.getRequestURI();
        if (path == null) {
            // Not even a request: Tomcat refuses it
            return null;
        }
        if (DECIDING.contains(path) || Standard.decides(path)) {
            return deciding;
        }
        boolean publishes = path.startsWith(PUBLISHING) && "POST".equals(request.getMethod());
        return publishes || isProbe(request) ? null : reading;
    }

    private static boolean isProbe(Request request) {
        String path = request.getRequestURI();
        return path != null && PROBES.contains(path);
    }

    /** Sends the answer, and closes the connection if more of the body would have to be waited for. */
    private static void finish(Response response, BodyFlow body, CallerConnection connection) throws IOException {
        if (body.isOutstanding() && body.isCutOff() && !response.isCommitted()) {
            response.setHeader(HttpHeaders.CONNECTION, CLOSE);
        }
        if (body.isOutstanding()) {
            response.finishResponse();
            body.linger();
        } else if (!response.isCommitted() && HeadReader.isClosedAfter(response.getStatus())) {
            connection.add(response::finishResponse);
        }
    }

    /** A caller may have many addresses of one network of IPv6. */
    static String caller(String address) {
        String[] groups = address.split(":", -1);
        return groups.length == 8 ? String.join(":", List.of(groups).subList(0, 4)) : address;
    }

    private static WorkPlaces places(int configured, LoadProperties load, Duration wait) {
        CallerLimit queue = new CallerLimit(load.queue(), load.queuePerCaller());
        return new WorkPlaces(LoadProperties.workers(configured), queue, wait);
    }
}
