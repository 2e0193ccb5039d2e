package io.quanyi.store.git.draft;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jgit.errors.TooLargeObjectInPackException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.PackParser;

/** A repository into which no more than a number of bytes is fetched at once: git itself takes content of any size. */
final class BoundedRepository extends FileRepository {

    private final long most;

    BoundedRepository(FileRepositoryBuilder options, long most) throws IOException {
        super(options);
        this.most = most;
    }

    /** Thrown when more is sent. */
    static final class TooMuch extends IOException {

        private static final long serialVersionUID = 1L;

        private TooMuch() {
            super("more is sent than may be fetched");
        }

        /** Whether it is the cause of a failure, or a single object was that large. */
        static boolean isCauseOf(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof TooMuch || cause instanceof TooLargeObjectInPackException) {
                    return true;
                }
            }
            return false;
        }
    }

    @Override
    public ObjectInserter newObjectInserter() {
        return new BoundedInserter(super.newObjectInserter());
    }

    /** Puts objects into the repository. */
    private final class BoundedInserter extends ObjectInserter.Filter {

        private final ObjectInserter inserter;

        private BoundedInserter(ObjectInserter inserter) {
            this.inserter = inserter;
        }

        @Override
        protected ObjectInserter delegate() {
            return inserter;
        }

        @Override
        public PackParser newPackParser(InputStream sent) throws IOException {
            PackParser parser = inserter.newPackParser(new BoundedInput(sent, most));
            // The content is sent compressed
            parser.setMaxObjectSizeLimit(most);
            return parser;
        }
    }

    /** A stream of the bytes that a remote sends; fails beyond a number of bytes. */
    private static final class BoundedInput extends FilterInputStream {

        private long left;

        private BoundedInput(InputStream sent, long most) {
            super(sent);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) throws TooMuch {
            left -= bytes;
            if (left < 0) {
                throw new TooMuch();
            }
        }
    }
}
