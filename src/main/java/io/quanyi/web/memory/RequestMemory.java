package io.quanyi.web.memory;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The memory that one request takes of the {@link MemoryBudget} until its answer is sent: a flat share, its body, the parsed body, and an
 * answer that is larger than most.
 */
public final class RequestMemory implements AutoCloseable {

    /** Bytes that any request takes besides its body: buffers, a session of rules, an answer of usual size. */
    static final long FLAT = 128 * 1024;

    /** Bytes that a byte of a body takes while it comes: itself, and once more when the parts are put together. */
    static final long COMING = 2;

    /**
     * The most bytes that a byte of JSON takes when it has been parsed. Measured over hostile bodies, the worst of which are a million lists
     * within lists, and numbers of two digits ({@code ParsedMemoryTests}).
     */
    static final long PARSED = 32;

    /** The most bytes that a byte of a form with files takes: received, stored, and unpacked. */
    static final long FORM = 4;

    /** The size up to which an answer is part of the flat share. */
    private static final long USUAL_ANSWER = 64 * 1024;

    /** An answer may be held twice: as it was written, and until its tag is known. */
    private static final long COPIES = 2;

    private static final String ATTRIBUTE = RequestMemory.class.getName();

    private final MemoryBudget budget;
    private long taken;
    private long coming;
    private long answer = USUAL_ANSWER;

    private RequestMemory(MemoryBudget budget) {
        this.budget = budget;
    }

    /**
     * Takes the flat share.
     *
     * @throws MemoryUsedUp if even that is not there
     */
    static RequestMemory open(MemoryBudget budget) {
        RequestMemory memory = new RequestMemory(budget);
        memory.take(FLAT);
        return memory;
    }

    void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The memory of the request that this thread works on; unbounded outside of such a request. */
    public static RequestMemory current() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        Object attached = request == null ? null : request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return attached instanceof RequestMemory memory ? memory : new RequestMemory(new MemoryBudget(Long.MAX_VALUE));
    }

    /**
     * Takes more bytes.
     *
     * @throws MemoryUsedUp if they are not there
     */
    void take(long bytes) {
        if (!budget.take(bytes)) {
            throw new MemoryUsedUp();
        }
        taken += bytes;
    }

    /** Takes what bytes of the body need while they come. */
    void takeComing(long bytes) {
        take(bytes * COMING);
        coming += bytes;
    }

    /** Takes the memory that the parsed body will need, once it has come whole: at most half of the budget for one request. */
    void takeParsed() {
        take(Math.min(coming * (PARSED - COMING), budget.most() / 2));
        coming = 0;
    }

    /** Takes the memory that an answer of this size needs and has not taken yet; false if the budget has no room for it. */
    public boolean holdsAnswer(long size) {
        if (size <= answer) {
            return true;
        }
        long more = Math.max(size - answer, USUAL_ANSWER);
        boolean there = budget.take(more * COPIES);
        if (there) {
            taken += more * COPIES;
            answer += more;
        }
        return there;
    }

    @Override
    public void close() {
        budget.giveBack(taken);
        taken = 0;
    }
}
