package io.quanyi.web.load;

import io.quanyi.web.BodyType;
import io.quanyi.web.FilterOrder;
import io.quanyi.web.HttpProperties;
import io.quanyi.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a body larger than {@code quanyi.http.max-body}, by its announced length and by the bytes that come. Also gives back the place of
 * the request while its answer is written.
 */
@Component
@Order(FilterOrder.BODY)
public class BodySizeFilter extends OncePerRequestFilter {

    private final int most;
    private final ProblemWriter problems;

    BodySizeFilter(HttpProperties properties, ProblemWriter problems) {
        this.most = Math.toIntExact(properties.maxBody().toBytes());
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HeldPlace place = HeldPlace.of(request);
        PacedAnswer answer = new PacedAnswer(response, place, BodyFlow.of(request));
        if (BodyType.isLines(request.getContentType()) || BodyType.isForm(request.getContentType())) {
            // Lines are bounded one by one, and forms with files where their parts are read
            chain.doFilter(request, answer);
        } else if (request.getContentLengthLong() > most) {
            problems.write(request, response, HttpStatus.CONTENT_TOO_LARGE.value());
        } else {
            chain.doFilter(new Bounded(request, place), answer);
        }
    }

    private final class Bounded extends HttpServletRequestWrapper {

        private final HeldPlace place;
        private @Nullable WholeBody body;

        Bounded(HttpServletRequest request, HeldPlace place) {
            super(request);
            this.place = place;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            WholeBody whole = body;
            if (whole == null) {
                // A question that is asked with GET has no body, even if one is sent
                boolean asks = getMethod().equals("GET") || getMethod().equals("HEAD");
                InputStream input = asks ? InputStream.nullInputStream() : super.getInputStream();
                whole = new WholeBody(input, asks ? 0 : getContentLengthLong(), most, place);
                body = whole;
            }
            return whole;
        }
    }
}
