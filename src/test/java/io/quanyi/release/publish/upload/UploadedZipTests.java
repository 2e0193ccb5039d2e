package io.quanyi.release.publish.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.release.publish.PartKind;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a zip is accepted if all readers of zips read the same content, and refused with a text otherwise. */
class UploadedZipTests {

    private static final int CENTRAL = 0x02014B50;
    private static final int END = 0x06054B50;
    private static final String ONE = "one.drl";
    private static final String TWO = "two.cases.yaml";
    private static final byte[] TEXT = "rule \"one\"\n".repeat(40).getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(ints = {ZipEntry.DEFLATED, ZipEntry.STORED})
    void whatAnOrdinaryToolWritesIsTaken(int method) {
        List<SourceFile> files = taken(zip(method, 0));
        assertThat(files).extracting(SourceFile::path).containsExactly(ONE, TWO);
        assertThat(files).allSatisfy(file -> assertThat(file.bytes()).isEqualTo(TEXT));
    }

    @Test
    void aCommentAndTimesAndAnEmptyFileAreTaken() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setComment("0123456789abcdef");
            ZipEntry entry = new ZipEntry(ONE);
            entry.setTime(1);
            entry.setLastModifiedTime(java.nio.file.attribute.FileTime.fromMillis(1));
            entry.setComment("of the file");
            zip.putNextEntry(entry);
        }
        assertThat(taken(bytes.toByteArray()).get(0).bytes()).isEmpty();
    }

    @Test
    void aRegularFileOfUnixIsTaken() {
        assertThat(taken(with(zip(ZipEntry.STORED, 0), zip -> zip.putInt(central(zip) + 38, 0100644 << 16))))
                .hasSize(2);
    }

    @Test
    void foldersAndNotesOfTheFileManagerAreNoFiles() throws IOException {
        byte[] zip = named("./", "cn/", "__MACOSX/", "__MACOSX/._" + ONE, "__MACOSX/cn/._x.yaml", ".DS_Store", ONE);
        assertThat(taken(zip)).extracting(SourceFile::path).containsExactly(ONE);
    }

    @Test
    void aZipOfFoldersOnlyIsEmpty() throws IOException {
        Faults faults = new Faults();
        assertThat(UploadedZip.read(PartKind.CALENDARS, named("cn/", "__MACOSX/._cn"), faults))
                .isEmpty();
        assertThat(faults.sorted()).extracting(Fault::code).containsExactly("zip-empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder/one.drl", "../one.drl", "__macosx.drl"})
    void anotherFileIsRefusedByItsName(String name) throws IOException {
        Faults faults = new Faults();
        UploadedZip.read(PartKind.POLICY, named(name, ONE), faults);
        assertThat(faults.sorted()).extracting(Fault::code).containsExactly("zip-name");
    }

    private static byte[] named(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.endsWith("/") ? new byte[0] : TEXT);
            }
        }
        return bytes.toByteArray();
    }

    static Stream<Arguments> odd() {
        byte[] deflated = zip(ZipEntry.DEFLATED, 0);
        byte[] stored = zip(ZipEntry.STORED, 0);
        return Stream.of(
                odd("another name in the local header", "zip-differs", with(stored, zip -> zip.put(30, (byte) 'x'))),
                odd("another size in the local header", "zip-differs", with(stored, zip -> zip.putInt(22, 1))),
                odd("another packed size in the local header", "zip-differs", with(stored, zip -> zip.putInt(18, 1))),
                odd("another checksum in the local header", "zip-differs", with(stored, zip -> zip.putInt(14, 1))),
                odd(
                        "another method in the local header",
                        "zip-differs",
                        with(stored, zip -> zip.putShort(8, (short) 8))),
                odd("other flags in the local header", "zip-differs", with(stored, zip -> zip.putShort(6, (short) 8))),
                odd(
                        "another size in the descriptor",
                        "zip-differs",
                        with(deflated, zip -> zip.putInt(descriptor(zip) + 12, 1))),
                odd("another size in both", "zip-differs", with(stored, zip -> bothSizes(zip, TEXT.length - 1))),
                odd("a smaller size than it unpacks to", "zip-differs", with(deflated, zip -> described(zip, 1))),
                odd(
                        "a larger size than it unpacks to",
                        "zip-differs",
                        with(deflated, zip -> described(zip, TEXT.length + 1))),
                odd("other bytes", "zip-differs", with(stored, zip -> zip.put(30 + ONE.length(), (byte) 'x'))),
                odd("bytes before", "zip-outside", joined(new byte[] {'x'}, stored)),
                odd("a script before, with the places mended", "zip-outside", moved(stored, 100)),
                odd("a byte behind", "zip-outside", joined(stored, new byte[1])),
                odd("a zip behind", "zip-outside", joined(stored, zip(ZipEntry.DEFLATED, 0))),
                odd(
                        "a file that the directory does not have",
                        "zip-outside",
                        with(stored, UploadedZipTests::forgetOne)),
                odd("two files at one place", "zip-outside", with(stored, UploadedZipTests::overlap)),
                odd(
                        "another number of files on this disk",
                        "zip-outside",
                        with(stored, zip -> zip.putShort(end(zip) + 8, (short) 1))),
                odd("a second disk", "zip-broken", with(stored, zip -> zip.putShort(end(zip) + 4, (short) 1))),
                odd("sizes of zip64", "zip-64", with(stored, zip -> zip.putInt(central(zip) + 20, -1))),
                odd("a place of zip64", "zip-64", with(stored, zip -> zip.putInt(end(zip) + 16, -1))),
                odd("a number of zip64", "zip-64", with(stored, zip -> zip.putShort(end(zip) + 10, (short) -1))),
                odd("an extra field of zip64", "zip-64", zip(ZipEntry.STORED, 0x0001)),
                odd("a second name", "zip-differs", zip(ZipEntry.STORED, 0x7075)),
                odd(
                        "a cut extra field",
                        "zip-broken",
                        with(zip(ZipEntry.STORED, 0x1234), zip -> zip.put(32 + ONE.length(), (byte) 99))),
                odd("a password", "zip-encrypted", with(stored, zip -> bothFlags(zip, 1))),
                odd("strong encryption", "zip-encrypted", with(stored, zip -> bothFlags(zip, 1 << 6))),
                odd("an encrypted directory", "zip-encrypted", with(stored, zip -> bothFlags(zip, 1 << 13))),
                odd("a patch", "zip-method", with(stored, zip -> bothFlags(zip, 1 << 5))),
                odd(
                        "another way of packing",
                        "zip-method",
                        with(stored, zip -> zip.putShort(central(zip) + 10, (short) 12))),
                odd("a link", "zip-link", with(stored, zip -> zip.putInt(central(zip) + 38, 0120777 << 16))),
                odd("a device", "zip-link", with(stored, zip -> zip.putInt(central(zip) + 38, 0060644 << 16))),
                odd(
                        "a folder that is called like a file",
                        "zip-link",
                        with(stored, zip -> zip.putInt(central(zip) + 38, 040755 << 16))),
                odd(
                        "a directory that points to itself",
                        "zip-outside",
                        with(stored, zip -> zip.putInt(central(zip) + 42, central(zip)))),
                odd("no header at that place", "zip-broken", with(stored, zip -> zip.putInt(0, 0))),
                odd("half", "zip-broken", Arrays.copyOf(stored, stored.length / 2)),
                odd("an end without a directory", "zip-broken", with(stored, zip -> zip.putInt(central(zip), 0))),
                odd(
                        "a name that is no UTF-8",
                        "zip-broken",
                        with(stored, zip -> zip.put(central(zip) + 46, (byte) 0xFF))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("odd")
    void whatReadersOfZipsReadDifferentlyIsRefused(String what, String code, byte[] zip) {
        Faults faults = new Faults();
        UploadedZip.read(PartKind.POLICY, zip, faults);
        assertThat(faults.sorted()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            for (Language language : Language.values()) {
                assertThat(fault.message(language)).isNotBlank().doesNotContainPattern("\\{\\d}");
            }
        });
    }

    @Test
    void noBytesAndNoCutsBreakTheReader() {
        byte[] whole = zip(ZipEntry.DEFLATED, 0);
        for (int i = 0; i < whole.length; i++) {
            byte[] cut = Arrays.copyOf(whole, i);
            Faults faults = new Faults();
            assertThat(UploadedZip.read(PartKind.POLICY, cut, faults)).isEmpty();
            assertThat(faults.sorted()).extracting(Fault::code).containsExactly("zip-broken");
            byte[] flipped = whole.clone();
            flipped[i] ^= (byte) 0x80;
            UploadedZip.read(PartKind.POLICY, flipped, new Faults());
        }
    }

    private static List<SourceFile> taken(byte[] zip) {
        Faults faults = new Faults();
        List<SourceFile> files = UploadedZip.read(PartKind.POLICY, zip, faults);
        assertThat(faults.sorted()).isEmpty();
        return files;
    }

    private static Arguments odd(String what, String code, byte[] zip) {
        return Arguments.of(what, code, zip);
    }

    /** @param extra the number of an extra field of eight bytes; 0 for none */
    private static byte[] zip(int method, int extra) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(ONE, TEXT);
        files.put(TWO, TEXT);
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setMethod(method);
                if (method == ZipEntry.STORED) {
                    CRC32 crc = new CRC32();
                    crc.update(file.getValue());
                    entry.setCrc(crc.getValue());
                    entry.setSize(file.getValue().length);
                }
                if (extra != 0) {
                    entry.setExtra(new byte[] {0x34, 0x12, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0});
                }
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return with(bytes.toByteArray(), zip -> {
            for (int at = 0; extra != 0 && at < zip.limit() - 4; at++) {
                if (zip.getInt(at) == 0x00081234) {
                    zip.putShort(at, (short) extra);
                }
            }
        });
    }

    private static byte[] with(byte[] zip, Consumer<ByteBuffer> change) {
        byte[] changed = zip.clone();
        change.accept(ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN));
        return changed;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** A zip behind other bytes, with positions that fit. */
    private static byte[] moved(byte[] zip, int bytes) {
        return joined(new byte[bytes], with(zip, all -> {
            all.putInt(end(all) + 16, central(all) + bytes);
            for (int at = central(all); at < end(all); at++) {
                if (all.getInt(at) == CENTRAL) {
                    all.putInt(at + 42, all.getInt(at + 42) + bytes);
                }
            }
        }));
    }

    /** A zip whose directory contains the second file only. */
    private static void forgetOne(ByteBuffer zip) {
        int length = 46 + ONE.length();
        int from = central(zip);
        zip.putShort(end(zip) + 8, (short) 1);
        zip.putShort(end(zip) + 10, (short) 1);
        zip.putInt(end(zip) + 12, zip.getInt(end(zip) + 12) - length);
        zip.putInt(end(zip) + 16, from + length);
    }

    private static void overlap(ByteBuffer zip) {
        zip.putInt(central(zip) + 46 + ONE.length() + 42, 0);
    }

    private static void bothSizes(ByteBuffer zip, int size) {
        zip.putInt(22, size);
        zip.putInt(central(zip) + 24, size);
    }

    private static void described(ByteBuffer zip, int size) {
        zip.putInt(descriptor(zip) + 12, size);
        zip.putInt(central(zip) + 24, size);
    }

    private static void bothFlags(ByteBuffer zip, int flags) {
        zip.putShort(6, (short) flags);
        zip.putShort(central(zip) + 8, (short) flags);
    }

    private static int central(ByteBuffer zip) {
        return first(zip, CENTRAL);
    }

    private static int descriptor(ByteBuffer zip) {
        return first(zip, 0x08074B50);
    }

    private static int end(ByteBuffer zip) {
        return first(zip, END);
    }

    private static int first(ByteBuffer zip, int signature) {
        int at = 0;
        while (zip.getInt(at) != signature) {
            at++;
        }
        return at;
    }
}
