package io.quanyi.web.load;

import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The place of one request among {@link WorkPlaces}, from when its body is whole until its answer is made. It is given back while a part
 * of the answer is sent, because the reader may be slow. Not thread-safe.
 */
public final class HeldPlace {

    private static final String ATTRIBUTE = HeldPlace.class.getName();

    private final @Nullable WorkPlaces places;
    private final CallerConnection connection;
    private final String caller;
    private boolean held;

    /** Whether the place was given back for a part of the answer. */
    private boolean sent;

    private HeldPlace(@Nullable WorkPlaces places, CallerConnection connection, String caller) {
        this.places = places;
        this.connection = connection;
        this.caller = caller;
    }

    /** Attaches a place to a request, which takes it later. */
    static HeldPlace of(
            ServletRequest request, @Nullable WorkPlaces places, CallerConnection connection, String caller) {
        HeldPlace place = new HeldPlace(places, connection, caller);
        request.setAttribute(ATTRIBUTE, place);
        return place;
    }

    /** The place of a request; one of an unbounded number if none was attached. */
    public static HeldPlace of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof HeldPlace place ? place : unbounded();
    }

    /** The place of the request that this thread works on. */
    public static HeldPlace current() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        Object held = request == null ? null : request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return held instanceof HeldPlace place ? place : unbounded();
    }

    private static HeldPlace unbounded() {
        return new HeldPlace(null, CallerConnection.NONE, "");
    }

    /** Takes the place if it is not held yet; {@link RequestShed} if none becomes free in time. */
    void take() {
        if (!held && places != null) {
            places.take(caller);
            held = true;
        }
    }

    /** Throws {@link RequestShed} if the queue for a place is full now. */
    void refuseIfQueueIsFull() {
        if (places != null) {
            places.refuseIfQueueIsFull();
        }
    }

    /** Takes the place for the next of many pieces of work, whenever it is its turn. */
    public void takeInTurn() {
        if (!held && places != null) {
            places.takeInTurn();
            held = true;
        }
    }

    /** Takes the place again if it was given back while a part of the answer was sent. */
    public void resume() {
        if (sent && !held && places != null) {
            places.takeAgain();
            held = true;
        }
        sent = false;
    }

    /** Gives the place back, if it is held. */
    public void give() {
        if (held && places != null) {
            held = false;
            places.give();
        }
    }

    /** Sends a part of the answer without holding the place, in bounded time. {@link #resume} takes the place again for more work. */
    void write(CallerConnection.Write write) throws IOException {
        sent |= held;
        give();
        connection.write(write);
    }

    /** Adds a part to the answer that fits into the memory of the server. */
    void add(CallerConnection.Write write) throws IOException {
        connection.add(write);
    }
}
