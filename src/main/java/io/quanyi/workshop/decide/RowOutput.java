package io.quanyi.workshop.decide;

import io.quanyi.wire.WireFormat;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.databind.json.JsonMapper;

/** The lines of answers, in a file or on the standard output, and how many there are of each kind. */
final class RowOutput implements AutoCloseable {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WireFormat()).build();

    /** Takes text as it comes. */
    private interface Target {

        void write(String text) throws IOException;
    }

    private final Target target;
    private final AutoCloseable end;
    private long decided;
    private long refused;

    private RowOutput(Target target, AutoCloseable end) {
        this.target = target;
        this.end = end;
    }

    /** A value as a line, without its end. */
    static String line(Object value) {
        return JSON.writeValueAsString(value);
    }

    /** Writes to the standard output. */
    static RowOutput to(PrintWriter out, String run) throws IOException {
        RowOutput output = new RowOutput(
                text -> {
                    out.print(text);
                    if (out.checkError()) {
                        throw new IOException("nobody reads the output any more");
                    }
                },
                out::flush);
        output.target.write(run + "\n");
        return output;
    }

    /** Writes to a new file. */
    static RowOutput to(Path file, String run) throws IOException {
        RowOutput output = to(FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), 0);
        output.target.write(run + "\n");
        return output;
    }

    /** Writes behind the whole lines of an earlier output; what follows them is dropped. */
    static RowOutput behind(WrittenRows written, Path file, String run) throws IOException {
        RowOutput output = to(FileChannel.open(file, StandardOpenOption.WRITE), written.bytes());
        output.decided = written.decided();
        output.refused = written.refused();
        if (!written.isBegun()) {
            output.target.write(run + "\n");
        }
        return output;
    }

    private static RowOutput to(FileChannel channel, long position) throws IOException {
        channel.truncate(position).position(position);
        OutputStream stream = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        return new RowOutput(text -> stream.write(text.getBytes(StandardCharsets.UTF_8)), stream);
    }

    void write(AnsweredRows answered) throws IOException {
        target.write(answered.text());
        decided += answered.decided();
        refused += answered.refused();
    }

    long decided() {
        return decided;
    }

    long refused() {
        return refused;
    }

    @Override
    public void close() throws IOException {
        try {
            end.close();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
