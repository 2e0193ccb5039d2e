package io.quanyi.release.publish.web;

import io.quanyi.release.publish.PartKind;
import io.quanyi.release.publish.Submission.Part;
import io.quanyi.release.publish.upload.UploadedZip;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.wire.JsonReader;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartException;

/**
 * The parts of a received form that publishes a release.
 *
 * @param meta the data apart from the files
 * @param policy the rules; without files if none were sent
 * @param catalogue the catalogue; without a file if none was sent
 * @param calendars the calendars; without files if none were sent
 * @param digest the SHA-256 of all parts, by which a repeated call is recognised
 */
record PublishParts(PublishMeta meta, Part policy, Part catalogue, Part calendars, String digest) {

    private static final String META = "meta";

    /** How many bytes may follow the last part of a form. */
    private static final int MAX_EPILOGUE = 8192;

    private static final List<String> KNOWN =
            List.of(META, PartKind.CATALOGUE.id(), PartKind.POLICY.id(), PartKind.CALENDARS.id());

    /**
     * Reads a form as strictly as a JSON body.
     *
     * @throws FaultsFound with every fault of its parts
     */
    static PublishParts of(HttpServletRequest request) {
        Faults faults = new Faults();
        Map<String, byte[]> parts = parts(request, KNOWN, faults);
        PublishMeta meta = meta(parts.get(META), PublishMeta.class, faults);
        List<SourceFile> policy = archive(PartKind.POLICY, parts, faults);
        List<SourceFile> calendars = archive(PartKind.CALENDARS, parts, faults);
        List<SourceFile> catalogue = file(parts.get(PartKind.CATALOGUE.id()));
        faults.throwIfAny();
        PublishMeta.Versions versions =
                Objects.requireNonNull(meta, "bound, where there is no fault").versionsOrNone();
        return new PublishParts(
                meta,
                new Part(versions.policy(), policy),
                new Part(versions.catalogue(), catalogue),
                new Part(versions.calendars(), calendars),
                digest(parts));
    }

    /** The bytes of the parts of a form by name; unknown and repeated parts are faults. A file that was not chosen is no part. */
    static Map<String, byte[]> parts(HttpServletRequest request, List<String> known, Faults faults) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try {
            for (jakarta.servlet.http.Part part : request.getParts()) {
                if (!known.contains(part.getName())) {
                    faults.add(Fault.at("/" + part.getName(), "part-unknown", part.getName(), Fault.list(known)));
                } else if (!isUnchosenFile(part) && parts.putIfAbsent(part.getName(), bytes(part)) != null) {
                    faults.add(Fault.at("/" + part.getName(), "duplicate-member", part.getName()));
                }
                part.delete();
            }
            readEpilogue(request);
        } catch (IOException | ServletException e) {
            throw new MultipartException("the form did not come whole", e);
        }
        return parts;
    }

    /** Whether no file was chosen where a form asks for one: such a part is empty, and its file has no name. */
    private static boolean isUnchosenFile(jakarta.servlet.http.Part part) {
        String file = part.getSubmittedFileName();
        return part.getSize() == 0 && !part.getName().equals(META) && (file == null || file.isEmpty());
    }

    /**
     * Reads the bytes after the last part, which have no meaning. While a part of the body is unread, it cannot be
     * told whether the client still waits for its answer.
     */
    private static void readEpilogue(HttpServletRequest request) throws IOException {
        if (request.getInputStream().readNBytes(MAX_EPILOGUE + 1).length > MAX_EPILOGUE) {
            throw new MultipartException("the form goes on after its end");
        }
    }

    /**
     * Reads a part and closes the file that the server keeps it in at once; without this it stays open until memory is
     * short.
     */
    private static byte[] bytes(jakarta.servlet.http.Part part) throws IOException {
        try (InputStream stream = part.getInputStream()) {
            return stream.readAllBytes();
        }
    }

    /** The description of a publication; null, with the faults added, if it is missing or has faults. */
    static <T extends Record> @Nullable T meta(byte @Nullable [] sent, Class<T> type, Faults faults) {
        if (sent == null) {
            faults.add(Fault.at("/" + META, "member-missing", META));
            return null;
        }
        try {
            return new RecordBinder(faults).bind(JsonReader.read(sent), type);
        } catch (FaultsFound e) {
            e.faults().forEach(faults::add);
            return null;
        }
    }

    static List<SourceFile> archive(PartKind kind, Map<String, byte[]> parts, Faults faults) {
        byte[] sent = parts.get(kind.id());
        return sent == null ? List.of() : UploadedZip.read(kind, sent, faults);
    }

    private static List<SourceFile> file(byte @Nullable [] sent) {
        return sent == null ? List.of() : List.of(new SourceFile("", sent));
    }

    static String digest(Map<String, byte[]> parts) {
        return SourceTree.digest(parts.entrySet().stream()
                .map(part -> new SourceFile(part.getKey(), part.getValue()))
                .toList());
    }
}
