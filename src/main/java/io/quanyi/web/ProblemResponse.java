package io.quanyi.web;

import io.quanyi.web.standard.ProblemForm;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;

/** The head of a response that carries a problem document: its status and type, and that nobody may keep it. */
public final class ProblemResponse {

    private ProblemResponse() {}

    /** A response without its body yet, to which more headers may be added. */
    public static ResponseEntity.BodyBuilder of(int status) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(ProblemForm.current().type());
    }
}
