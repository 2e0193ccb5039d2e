package io.quanyi.store.git;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the configuration of the machine and of its users away from git: an address replaced or a header added there would change
 * where rules come from. All else is left to the reader that was there before.
 */
final class CleanSystemReader extends SystemReader.Delegate {

    private CleanSystemReader(SystemReader present) {
        super(present);
    }

    /** From now on in this Java process; there can be only one reader in it. */
    static synchronized void install() {
        SystemReader present = SystemReader.getInstance();
        if (!(present instanceof CleanSystemReader)) {
            SystemReader.setInstance(new CleanSystemReader(present));
        }
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    /** No file: nothing is read, and what is set is kept nowhere. */
    private static final class Nothing extends FileBasedConfig {

        private static final long COARSEST_SECONDS = 2;

        private Nothing(@Nullable Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {}

        @Override
        public void save() {}

        @Override
        public boolean isOutdated() {
            return false;
        }

        /** The coarsest file times there are: else git would write files for seconds to learn how fine they are here. */
        @Override
        public long getTimeUnit(String section, @Nullable String subsection, String name, long absent, TimeUnit unit) {
            return section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)
                            && name.equals(ConfigConstants.CONFIG_KEY_TIMESTAMP_RESOLUTION)
                    ? unit.convert(COARSEST_SECONDS, TimeUnit.SECONDS)
                    : super.getTimeUnit(section, subsection, name, absent, unit);
        }

        @Override
        public String toString() {
            return "Nothing";
        }
    }
}
