package io.quanyi.store.folder;

import io.quanyi.source.Fault;
import io.quanyi.source.SourceFile;
import io.quanyi.store.DraftFiles;
import io.quanyi.store.DraftStore;
import io.quanyi.store.StoreUnavailable;
import io.quanyi.store.folder.FolderLock.Work;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Drafts in a folder, each a folder of files that people may look at and edit. A change is written beside the draft and
 * put in its place by renaming, so that a crash leaves the draft before it or after it, never a part.
 */
public final class FolderDraftStore implements DraftStore {

    /** Ids are names of folders: they come from callers, and must lead nowhere else. */
    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,40}");

    /** The longest file that is read. No draft has one, but people may put any file there. */
    private static final long MAX_FILE_BYTES = 1 << 20;

    /** Where a draft is while the state after it takes its place. */
    private static final String BEFORE = ".before-";

    private static final String STAGING = ".staging-";

    private static final String SECRET = ".secret";

    private final Path root;
    private final Disk disk;
    private final FolderLock lock;

    /** The drafts in a folder, which is created with the first one; its parent folder exists. */
    public static FolderDraftStore in(Path folder) {
        return new FolderDraftStore(folder.toAbsolutePath(), new RealDisk());
    }

    FolderDraftStore(Path root, Disk disk) {
        this.root = root;
        this.disk = disk;
        this.lock = new FolderLock(root);
    }

    @Override
    public List<DraftFiles> all() {
        return read(List.of(), () -> {
            List<DraftFiles> drafts = new ArrayList<>();
            for (String id : ids()) {
                current(id).ifPresent(drafts::add);
            }
            return List.copyOf(drafts);
        });
    }

    @Override
    public SortedMap<String, SourceFile> files(String name) {
        return read(new TreeMap<>(), () -> {
            SortedMap<String, SourceFile> files = new TreeMap<>();
            for (String id : ids()) {
                Optional<Path> place = place(id);
                if (place.isPresent()) {
                    file(place.get().resolve(name)).ifPresent(file -> files.put(id, file));
                }
            }
            return files;
        });
    }

    @Override
    public Optional<DraftFiles> find(String id) {
        return read(Optional.empty(), () -> current(id));
    }

    @Override
    public void put(DraftFiles draft, @Nullable String base, String author) {
        write(() -> {
            DraftStore.refuseMoved(draft.id(), base, revision(draft.id()));
            Path fresh = staged(draft);
            Path place = root.resolve(draft.id());
            if (base != null) {
                disk.move(place, before(draft.id()));
            }
            disk.move(fresh, place);
            disk.syncFolder(root);
            delete(before(draft.id()));
        });
    }

    @Override
    public void remove(String id, String base, String author) {
        write(() -> {
            DraftStore.refuseMoved(id, base, revision(id));
            delete(root.resolve(id));
            disk.syncFolder(root);
        });
    }

    @Override
    public byte[] secret() {
        Path file = root.resolve(SECRET);
        Optional<byte[]> present = read(Optional.empty(), () -> secret(file));
        if (present.isEmpty()) {
            write(() -> {
                if (secret(file).isEmpty()) {
                    Path fresh = root.resolve(STAGING + UUID.randomUUID());
                    disk.write(fresh, DraftStore.freshSecret());
                    disk.move(fresh, file);
                    disk.syncFolder(root);
                }
            });
            present = read(Optional.empty(), () -> secret(file));
        }
        return present.orElseThrow();
    }

    private static Optional<byte[]> secret(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(Files.readAllBytes(file))
                : Optional.empty();
    }

    private SortedSet<String> ids() throws IOException {
        SortedSet<String> ids = new TreeSet<>();
        StagingFolder.visible(root)
                .forEach(folder -> ids.add(folder.getFileName().toString()));
        left().forEach(folder -> ids.add(idOf(folder)));
        return ids;
    }

    /** Drafts whose next state was on its way when a process ended. */
    private List<Path> left() throws IOException {
        List<Path> left = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, BEFORE + "*")) {
            folders.forEach(left::add);
        }
        return left;
    }

    private static String idOf(Path left) {
        return left.getFileName().toString().substring(BEFORE.length());
    }

    private Path staged(DraftFiles draft) throws IOException {
        Path folder = root.resolve(STAGING + UUID.randomUUID());
        disk.createFolder(folder);
        for (SourceFile file : draft.files()) {
            disk.write(StorePath.in(folder, file.path()), file.bytes());
        }
        disk.syncFolder(folder);
        return folder;
    }

    private @Nullable String revision(String id) throws IOException {
        return current(id).map(DraftFiles::revision).orElse(null);
    }

    /** The draft of an id as it is in the folder. */
    private Optional<DraftFiles> current(String id) throws IOException {
        Optional<Path> place = place(id);
        return place.isPresent() ? Optional.of(new DraftFiles(id, files(place.get()))) : Optional.empty();
    }

    /** The folder of a draft. While another state takes its place, it is where that put it. */
    private Optional<Path> place(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        Path place = isFolder(root.resolve(id)) ? root.resolve(id) : before(id);
        return Optional.of(place).filter(FolderDraftStore::isFolder);
    }

    private static List<SourceFile> files(Path folder) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        for (Path path : StagingFolder.visible(folder)) {
            file(path).ifPresent(files::add);
        }
        return files;
    }

    /** A file of a draft; empty if no service would have put it there. */
    private static Optional<SourceFile> file(Path path) throws IOException {
        String name = path.getFileName().toString();
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                        && StorePath.isAllowed(name)
                        && Files.size(path) <= MAX_FILE_BYTES
                ? Optional.of(new SourceFile(name, Files.readAllBytes(path)))
                : Optional.empty();
    }

    /** Undoes or completes what dead processes left. */
    private void finish() throws IOException {
        StagingFolder.sweep(root, disk);
        for (Path folder : left()) {
            Path place = root.resolve(idOf(folder));
            if (isFolder(place)) {
                delete(folder);
            } else {
                disk.move(folder, place);
            }
        }
    }

    private void delete(Path folder) throws IOException {
        if (!isFolder(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                disk.delete(file);
            }
        }
        disk.delete(folder);
    }

    private Path before(String id) {
        return root.resolve(BEFORE + id);
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private <T> T read(T none, Work<T> work) {
        try {
            return isFolder(root) ? lock.shared(work) : none;
        } catch (IOException e) {
            throw FolderReader.unreachable(e);
        }
    }

    /** A change of the folder. */
    private interface Change {
        void make() throws IOException;
    }

    private void write(Change change) {
        try {
            if (!isFolder(root)) {
                disk.createFolder(root);
            }
            lock.exclusive(() -> {
                finish();
                change.make();
                return root;
            });
        } catch (IOException e) {
            throw new StoreUnavailable(Fault.at("", "store-not-written", DiskFailureReason.of(e)), e);
        }
    }
}
