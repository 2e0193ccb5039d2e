package io.quanyi.web.filter;

import io.quanyi.log.RequestLogLimit;
import io.quanyi.web.FilterOrder;
import io.quanyi.web.standard.Standard;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.AlternativeJdkIdGenerator;
import org.springframework.util.IdGenerator;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request an id, the caller's own where that is harmless, and puts it on the answer and on every log line. The trace that a caller
 * names goes the same way.
 */
@Component
@Order(FilterOrder.REQUEST_ID)
class RequestIdFilter extends OncePerRequestFilter {

    static final String HEADER = "X-Request-ID";

    private static final String KEY = "requestId";
    private static final String TRACE = "traceId";
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** The ids that come back as they were sent, where a standard lets an id be any text. */
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]{1,200}");

    private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9._-]");

    /** A source of ids that needs no lock. The ids are no secrets; a secure source would be locked by each request in turn. */
    private final IdGenerator ids = new AlternativeJdkIdGenerator();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String sent = request.getHeader(HEADER);
        Pattern accepted = Standard.of(request).filter(Standard.AUTHZEN::equals).isPresent() ? VISIBLE : HARMLESS;
        boolean own = sent != null && accepted.matcher(sent).matches();
        String id = own ? sent : ids.generateId().toString();
        response.setHeader(HEADER, id);
        MDC.put(KEY, own ? OTHERS.matcher(id).replaceAll(RequestIdFilter::escaped) : id);
        TraceParent.of(request).ifPresent(parent -> {
            response.setHeader(TraceParent.HEADER, parent.text());
            MDC.put(TRACE, parent.trace());
        });
        MDC.put(RequestLogLimit.CALLER, request.getRemoteAddr());
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(KEY);
            MDC.remove(TRACE);
            MDC.remove(RequestLogLimit.CALLER);
        }
    }

    /** A character as a percent sign and its number, so that no id looks like another part of a line of the log. */
    private static String escaped(MatchResult character) {
        return "%%%02X".formatted((int) character.group().charAt(0));
    }

    /** Also filters requests that the server itself refuses: they pass here only on their way to the error page. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
