package io.quanyi.store.git;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Hides the git configuration of the machine and of its users: a replaced address or an added header would change where
 * rules come from. Everything else is left to the previous reader.
 */
final class CleanSystemReader extends SystemReader.Delegate {

    private CleanSystemReader(SystemReader present) {
        super(present);
    }

    /** Installs it for this Java process, which can have only one reader. */
    static synchronized void install() {
        SystemReader present = SystemReader.getInstance();
        if (!(present instanceof CleanSystemReader)) {
            SystemReader.setInstance(new CleanSystemReader(present));
        }
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return new EmptyConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new EmptyConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new EmptyConfig(parent, fs);
    }

    /** An empty configuration: nothing is read or saved. */
    private static final class EmptyConfig extends FileBasedConfig {

        private static final long COARSEST_SECONDS = 2;

        private EmptyConfig(@Nullable Config parent, FS fs) {
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

        /**
         * The coarsest time resolution of files. Without it git would write files for seconds to measure the
         * resolution.
         */
        @Override
        public long getTimeUnit(String section, @Nullable String subsection, String name, long absent, TimeUnit unit) {
            return section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)
                            && name.equals(ConfigConstants.CONFIG_KEY_TIMESTAMP_RESOLUTION)
                    ? unit.convert(COARSEST_SECONDS, TimeUnit.SECONDS)
                    : super.getTimeUnit(section, subsection, name, absent, unit);
        }

        @Override
        public String toString() {
            return "EmptyConfig";
        }
    }
}
