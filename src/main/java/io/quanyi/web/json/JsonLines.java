package io.quanyi.web.json;

import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.text.Language;
import io.quanyi.web.BodyTooLarge;
import io.quanyi.web.load.BodyFlow;
import io.quanyi.web.load.BodyPace;
import io.quanyi.web.load.HeldPlace;
import io.quanyi.wire.BoundedLineReader;
import io.quanyi.wire.DocumentStream;
import io.quanyi.wire.DocumentStream.Document;
import io.quanyi.wire.DocumentStream.Parsed;
import io.quanyi.wire.DocumentStream.Refused;
import io.quanyi.wire.JsonReader;
import io.quanyi.wire.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The documents of a body that has one JSON document a line. Each line is read when the one before it has been answered; blank lines are
 * skipped.
 */
final class JsonLines extends AbstractSpliterator<Document> {

    private final BoundedLineReader lines;
    private final int longest;
    private final Language language;
    private final HeldPlace place;
    private final @Nullable BodyPace pace;
    private boolean ended;

    private JsonLines(InputStream body, int longest, Language language, HeldPlace place, @Nullable BodyPace pace) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.lines = new BoundedLineReader(body, longest);
        this.longest = longest;
        this.language = language;
        this.place = place;
        this.pace = pace;
    }

    /** The lines of a request's body. */
    static DocumentStream of(HttpServletRequest request, int longest, Language language) throws IOException {
        BodyFlow flow = BodyFlow.of(request);
        BodyPace pace = flow == null ? null : flow.pace();
        JsonLines lines = new JsonLines(request.getInputStream(), longest, language, HeldPlace.of(request), pace);
        return new DocumentStream(StreamSupport.stream(lines, false), lines.lines::hasNext);
    }

    /** Takes a place once a line has come; {@link AnswerStreamConverter} gives it back when the line is answered. */
    @Override
    public boolean tryAdvance(Consumer<? super Document> action) {
        if (pace != null) {
            pace.begin();
        }
        Document document = ended ? null : next();
        if (document != null) {
            place.takeInTurn();
            action.accept(document);
        }
        return document != null;
    }

    /** The next document; what cannot be decoded any further is the last one, with the problem in its place. */
    private @Nullable Document next() {
        try {
            BoundedLineReader.Line line = nextLine();
            while (line != null && !line.isTooLong() && isBlank(line.content())) {
                line = nextLine();
            }
            return line == null ? null : document(line);
        } catch (FaultsFound e) {
            ended = true;
            return new Refused(Problem.malformed(e.faults(), language));
        } catch (BodyTooLarge e) {
            ended = true;
            return new Refused(e.problem(language));
        }
    }

    private BoundedLineReader.@Nullable Line nextLine() {
        try {
            return lines.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Document document(BoundedLineReader.Line line) {
        if (line.isTooLong()) {
            List<Fault> faults = List.of(Fault.at("", "line-too-long", longest));
            return new Refused(Problem.of(HttpStatus.CONTENT_TOO_LARGE.value(), "body-too-large", faults, language));
        }
        try {
            return new Parsed(JsonReader.read(line.content()));
        } catch (FaultsFound e) {
            return new Refused(Problem.malformed(e.faults(), language));
        }
    }

    private static boolean isBlank(byte[] line) {
        return new String(line, StandardCharsets.ISO_8859_1).isBlank();
    }
}
