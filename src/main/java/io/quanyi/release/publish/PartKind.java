package io.quanyi.release.publish;

import java.util.regex.Pattern;

/** The parts of a release, and which files each of them may have. */
public enum PartKind {
    /** Rule files, their cases, the clauses they cite, and what they share. */
    POLICY("policy", "[a-z0-9]+(?:-[a-z0-9]+)*\\.(?:drl|cases\\.yaml)|clauses\\.yaml|shared\\.yaml"),
    /** One file, which carries its version in its name. */
    CATALOGUE("catalogue", ""),
    /** A folder for each region, a file for each notice. */
    CALENDARS("calendars", "[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*\\.yaml");

    /** The largest file that is taken, in bytes: many times the longest file that there is. */
    public static final int LARGEST = 512 << 10;

    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z](?:[0-9A-Za-z.-]{0,38}[0-9A-Za-z])?");

    private final String id;
    private final Pattern files;

    PartKind(String id, String files) {
        this.id = id;
        this.files = Pattern.compile(files);
    }

    /** What it is called where it is sent. */
    public String id() {
        return id;
    }

    /** Whether it may have a file of this path. */
    public boolean allows(String path) {
        return path.length() <= 100 && files.matcher(path).matches();
    }

    /** Whether a version may be called so. */
    public static boolean isVersion(String name) {
        return VERSION.matcher(name).matches();
    }

    /** What the paths of its files begin with. */
    public String folder(String programme, String version) {
        return switch (this) {
            case POLICY -> programme + "/policy/" + version + "/";
            case CATALOGUE -> programme + "/catalogue/" + version + ".yaml";
            case CALENDARS -> "calendars/" + version + "/";
        };
    }
}
