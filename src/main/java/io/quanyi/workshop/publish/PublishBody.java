package io.quanyi.workshop.publish;

import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.RulesTree;
import io.quanyi.release.publish.PartKind;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The body of a request to publish a draft, or to withdraw a release. That of a draft contains the versions that no local ledger names; the
 * others are only named. Equal drafts give equal bytes, so that the service recognises a repeated call.
 *
 * @param isForm whether it is a form; a JSON object if not
 * @param parts the parts of the form, each under its name; the object
 */
record PublishBody(boolean isForm, List<SourceFile> parts) {

    /** Keeps a copy. */
    PublishBody {
        parts = List.copyOf(parts);
    }

    /**
     * Packs a draft.
     *
     * @param meta the description of the draft, as JSON
     */
    static PublishBody of(SourceTree tree, ReleaseId draft, String meta) {
        List<SourceFile> parts = new ArrayList<>();
        parts.add(new SourceFile("meta", meta.getBytes(StandardCharsets.UTF_8)));
        String programme = draft.programme();
        List<ReleaseId> sealed = RulesTree.sealed(tree, programme);
        if (isNew(sealed, ReleaseId::policy, draft)) {
            parts.add(zip(PartKind.POLICY, tree, PartKind.POLICY.folder(programme, draft.policy())));
        }
        if (isNew(sealed, ReleaseId::catalogue, draft)) {
            String path = PartKind.CATALOGUE.folder(programme, draft.catalogue());
            tree.under(path).forEach(file -> parts.add(new SourceFile(PartKind.CATALOGUE.id(), file.bytes())));
        }
        List<ReleaseId> all = RulesTree.programmes(tree).stream()
                .flatMap(any -> RulesTree.sealed(tree, any).stream())
                .toList();
        if (isNew(all, ReleaseId::calendars, draft)) {
            parts.add(zip(PartKind.CALENDARS, tree, PartKind.CALENDARS.folder(programme, draft.calendars())));
        }
        return new PublishBody(true, parts);
    }

    /**
     * Packs a version of the calendars.
     *
     * @param meta the description of the publication, as JSON
     */
    static PublishBody ofCalendars(SourceTree tree, String version, String meta) {
        return new PublishBody(
                true,
                List.of(
                        new SourceFile("meta", meta.getBytes(StandardCharsets.UTF_8)),
                        zip(PartKind.CALENDARS, tree, PartKind.CALENDARS.folder("", version))));
    }

    /** A body that is a JSON object. */
    static PublishBody ofJson(String json) {
        return new PublishBody(false, List.of(new SourceFile("object", json.getBytes(StandardCharsets.UTF_8))));
    }

    private static boolean isNew(List<ReleaseId> sealed, Function<ReleaseId, String> version, ReleaseId draft) {
        return sealed.stream().map(version).noneMatch(version.apply(draft)::equals);
    }

    private static SourceFile zip(PartKind kind, SourceTree tree, String folder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            SourceTree.writeZip(bytes, tree.below(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SourceFile(kind.id(), bytes.toByteArray());
    }

    /** The idempotency key: the digest of all parts. */
    String key() {
        return SourceTree.digest(parts).substring("sha256:".length());
    }

    /** The media type of the body. */
    String type() {
        return isForm ? "multipart/form-data; boundary=" + boundary() : "application/json";
    }

    /** The JSON object, or all parts as a multipart form. */
    byte[] bytes() {
        if (!isForm) {
            return parts.get(0).bytes();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (SourceFile part : parts) {
            String head = "--" + boundary() + "\r\nContent-Disposition: form-data; name=\"" + part.path()
                    + "\"; filename=\"" + part.path() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
            body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            body.writeBytes(part.bytes());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary() + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    /** The boundary between the parts. It contains their digest, which no part can contain. */
    private String boundary() {
        return "quanyi-" + key().substring(0, 32);
    }
}
