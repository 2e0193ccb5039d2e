package io.quanyi.release.publish;

import io.quanyi.decision.release.ReleaseId;
import java.util.regex.Pattern;

/** The parts of a release, with the files that each may contain. */
public enum PartKind {
    /** Rule files, their cases, the clauses they cite, and the list of shared rules. */
    POLICY("policy", "[a-z0-9]+(?:-[a-z0-9]+)*\\.(?:drl|cases\\.yaml)|clauses\\.yaml|shared\\.yaml"),
    /** One file, whose name is its version. */
    CATALOGUE("catalogue", ""),
    /** One folder per region, with one file per official notice. */
    CALENDARS("calendars", "[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*\\.yaml");

    /** The largest accepted file in bytes: many times the longest existing file. */
    public static final int MAX_BYTES = 512 << 10;

    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z](?:[0-9A-Za-z.-]{0,38}[0-9A-Za-z])?");

    private final String id;
    private final Pattern files;

    PartKind(String id, String files) {
        this.id = id;
        this.files = Pattern.compile(files);
    }

    /** The name of the part in a form. */
    public String id() {
        return id;
    }

    /** Whether the part may contain a file of this path. */
    public boolean allows(String path) {
        return path.length() <= 100 && files.matcher(path).matches();
    }

    /** Whether a text is a valid name of a version. */
    public static boolean isVersion(String name) {
        return VERSION.matcher(name).matches();
    }

    /** The version of the part in a release. */
    public String version(ReleaseId release) {
        return switch (this) {
            case POLICY -> release.policy();
            case CATALOGUE -> release.catalogue();
            case CALENDARS -> release.calendars();
        };
    }

    /** The path prefix of the part's files. */
    public String folder(String programme, String version) {
        return switch (this) {
            case POLICY -> programme + "/policy/" + version + "/";
            case CATALOGUE -> programme + "/catalogue/" + version + ".yaml";
            case CALENDARS -> "calendars/" + version + "/";
        };
    }
}
