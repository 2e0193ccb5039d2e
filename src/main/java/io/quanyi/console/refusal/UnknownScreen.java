package io.quanyi.console.refusal;

import io.quanyi.console.ConsoleScreen;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** Answers for addresses below the console that are no screen, so that a reader gets a page in place of a problem document. */
@ConsoleScreen
class UnknownScreen {

    /** Refuses the address. */
    @GetMapping("/console/**")
    void none() {
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
