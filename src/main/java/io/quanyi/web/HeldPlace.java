package io.quanyi.web;

import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The place that one request works in, from when its body is whole until its answer is made. Of one thread. */
final class HeldPlace {

    private static final String ATTRIBUTE = HeldPlace.class.getName();

    private final @Nullable WorkPlaces places;
    private final CallerConnection connection;
    private final String caller;
    private boolean held;

    private HeldPlace(@Nullable WorkPlaces places, CallerConnection connection, String caller) {
        this.places = places;
        this.connection = connection;
        this.caller = caller;
    }

    /** Gives a request a place to take later; no places where its work is not bounded by them. */
    static HeldPlace of(
            ServletRequest request, @Nullable WorkPlaces places, CallerConnection connection, String caller) {
        HeldPlace place = new HeldPlace(places, connection, caller);
        request.setAttribute(ATTRIBUTE, place);
        return place;
    }

    /** The place of a request; one that needs not be taken where nothing is bounded. */
    static HeldPlace of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof HeldPlace place
                ? place
                : new HeldPlace(null, CallerConnection.NONE, "");
    }

    /** Takes the place if it is not held yet; {@link RequestShed} if there is none. */
    void take() {
        if (!held && places != null) {
            places.take(caller);
            held = true;
        }
    }

    /** Refuses what would find the queue full at once; {@link RequestShed}. */
    void requireHope() {
        if (places != null) {
            places.requireHope();
        }
    }

    /** Takes the place for the next of several pieces of work, whenever it is free. */
    void takeInTurn() {
        if (!held && places != null) {
            places.takeAgain();
            held = true;
        }
    }

    /** Gives the place back, if it is held. */
    void give() {
        if (held && places != null) {
            held = false;
            places.give();
        }
    }

    /** Writes something that its reader may have to be waited for, without the place, and not for ever. */
    void write(CallerConnection.Write write) throws IOException {
        boolean wasHeld = held;
        give();
        try {
            connection.write(write);
        } finally {
            if (wasHeld) {
                takeInTurn();
            }
        }
    }
}
