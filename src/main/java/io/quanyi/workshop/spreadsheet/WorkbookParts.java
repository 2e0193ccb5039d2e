package io.quanyi.workshop.spreadsheet;

import io.quanyi.source.Fault;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import io.quanyi.workshop.spreadsheet.Spreadsheet.OutOfBounds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The parts of a workbook: XML files in a zip file. Both are bounded: a small zip file can hold gigabytes of blanks, and XML can name
 * files of this machine.
 */
final class WorkbookParts {

    private static final int MAX_BYTES = 32 << 20;
    private static final int MAX_PARTS = 1000;

    private final String file;
    private final Map<String, byte[]> parts = new HashMap<>();

    /** Reads one element, at whose start the reader stands. */
    interface ElementReader {

        void read(XMLStreamReader xml) throws XMLStreamException;
    }

    /** @throws OutOfBounds if the file is no zip file, or too large when unpacked */
    WorkbookParts(SourceFile workbook) {
        file = workbook.path();
        int left = MAX_BYTES;
        int count = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(left + 1);
                left -= content.length;
                if (left < 0 || ++count > MAX_PARTS) {
                    throw refused("sheet-unpacked-too-large", MAX_BYTES >> 20);
                }
                if (parts.putIfAbsent(entry.getName(), content) != null) {
                    throw refused("sheet-no-workbook");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw refused("sheet-no-workbook");
        }
    }

    boolean has(String part) {
        return parts.containsKey(part);
    }

    /**
     * Reads the elements of a part.
     *
     * @throws OutOfBounds if there is no such part, it is not well formed, or it declares entities
     */
    void read(String part, ElementReader elements) {
        byte[] content = parts.get(part);
        if (content == null) {
            throw refused("sheet-no-workbook");
        }
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(content));
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw refused("sheet-no-workbook");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    elements.read(xml);
                }
            }
        } catch (XMLStreamException | NumberFormatException | NoSuchElementException e) {
            throw refused("sheet-no-workbook");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** The refusal of the whole file. */
    OutOfBounds refused(String code, Object... arguments) {
        return new OutOfBounds(Fault.at(Position.of(file), code, arguments));
    }

    /** The attribute with a name in any namespace; empty if there is none. */
    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }
}
