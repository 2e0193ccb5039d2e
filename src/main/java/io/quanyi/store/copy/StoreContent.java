package io.quanyi.store.copy;

import io.quanyi.source.Fault;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.store.DraftFiles;
import io.quanyi.store.StoreRefused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All that a store holds: its newest state, which has every published release, and its drafts.
 *
 * @param tree the files of the newest state
 * @param drafts the drafts, by their ids
 */
public record StoreContent(SourceTree tree, List<DraftFiles> drafts) {

    /** The folder of drafts within the content; its name is that of a store in a folder. */
    private static final String DRAFTS = ".drafts/";

    private static final Pattern DRAFT_FILE = Pattern.compile("([a-z0-9]{1,40})/([^/]+)");

    /** Orders the drafts. */
    public StoreContent {
        drafts = drafts.stream().sorted(Comparator.comparing(DraftFiles::id)).toList();
    }

    /**
     * The content in the files of a backup.
     *
     * @throws StoreRefused if one has the path of a draft that no store would write
     */
    static StoreContent of(SourceTree all) {
        Map<String, List<SourceFile>> drafts = new TreeMap<>();
        for (SourceFile file : all.below(DRAFTS)) {
            Matcher path = DRAFT_FILE.matcher(file.path());
            if (!path.matches()) {
                throw new StoreRefused(Fault.at("", "store-name-refused", DRAFTS + file.path()));
            }
            drafts.computeIfAbsent(path.group(1), id -> new ArrayList<>())
                    .add(new SourceFile(path.group(2), file.bytes()));
        }
        List<SourceFile> state = all.under("").stream()
                .filter(file -> !file.path().startsWith(DRAFTS))
                .toList();
        return new StoreContent(
                SourceTree.of(state),
                drafts.entrySet().stream()
                        .map(draft -> new DraftFiles(draft.getKey(), draft.getValue()))
                        .toList());
    }

    /** All files, those of drafts below {@code .drafts/<id>/}. */
    List<SourceFile> files() {
        List<SourceFile> files = new ArrayList<>(tree.under(""));
        for (DraftFiles draft : drafts) {
            draft.files()
                    .forEach(file -> files.add(new SourceFile(DRAFTS + draft.id() + "/" + file.path(), file.bytes())));
        }
        return files;
    }

    /** The digest of all files: stores with equal digests hold the same, also if they are of different kinds. */
    public String digest() {
        return SourceTree.digest(files());
    }
}
