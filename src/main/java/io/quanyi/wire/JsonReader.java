package io.quanyi.wire;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Position;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON exactly as RFC 8259 defines it: UTF-8, no member twice, no comments, nothing after the document. A number
 * keeps all its digits. Depth and lengths are bounded, so that a small body cannot cost much.
 */
public final class JsonReader {

    /** Invisible at the beginning of a file, and no part of JSON (RFC 8259, 8.1). */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    static final int DEEPEST = 20;
    static final int MAX_NAME_LENGTH = 100;
    static final int MAX_NUMBER_LENGTH = 100;
    static final int MAX_TEXT_LENGTH = 10_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(MAX_NAME_LENGTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .maxStringLength(MAX_TEXT_LENGTH)
                    .build())
            .build();

    private static final Tree EMPTY = new Tree.Obj(Map.of());
    private static final Tree NULL = scalar(Kind.NULL, "");
    private static final Tree TRUE = scalar(Kind.BOOLEAN, "true");
    private static final Tree FALSE = scalar(Kind.BOOLEAN, "false");
    private static final List<Tree> DIGITS = IntStream.range(0, 10)
            .mapToObj(digit -> scalar(Kind.NUMBER, String.valueOf(digit)))
            .toList();

    /**
     * A list whose items are read one by one, so that no more than one of them is held at a time.
     *
     * @param size how many items there are
     * @param all the items, to be gone through once
     */
    public record Items(int size, Stream<Item> all) {}

    /**
     * One item of a list.
     *
     * @param tree the item, as far as it could be read
     * @param faults the members that could not be read, each with its pointer into the item
     */
    public record Item(Tree tree, List<Fault> faults) {}

    private final JsonParser parser;
    private Faults faults = new Faults();

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads a whole document.
     *
     * @throws FaultsFound if it is no JSON of this kind
     */
    public static Tree read(byte[] body) {
        return whole(body, reader -> reader.tree(""));
    }

    /**
     * Reads a whole document that is a list: once for its form, and then each item by itself when it is its turn.
     *
     * @throws FaultsFound if it is no JSON of this kind, or no list
     */
    public static Items readItems(byte[] body) {
        String text = decoded(body);
        int size = whole(text, JsonReader::countItems);
        JsonReader reader = new JsonReader(JSON.createParser(ObjectReadContext.empty(), text));
        reader.parser.nextToken();
        return new Items(size, Stream.generate(reader::nextItem).limit(size));
    }

    private static <T> T whole(byte[] body, Function<JsonReader, T> content) {
        return whole(decoded(body), content);
    }

    private static <T> T whole(String text, Function<JsonReader, T> content) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            return new JsonReader(parser).whole(content);
        }
    }

    /** Reports where parsing ended in texts of our own: those of the parser name its classes and settings. */
    private <T> T whole(Function<JsonReader, T> content) {
        try {
            return document(content);
        } catch (StreamConstraintsException e) {
            throw refused("json-beyond-bounds");
        } catch (JacksonException e) {
            throw refused("json-syntax");
        }
    }

    private <T> T document(Function<JsonReader, T> content) {
        if (parser.nextToken() == null) {
            throw new FaultsFound(List.of(Fault.at("", "body-missing")));
        }
        T read = content.apply(this);
        if (parser.nextToken() != null) {
            TokenStreamLocation place = parser.currentTokenLocation();
            faults.add(Fault.at("", "json-trailing", place.getLineNr(), place.getColumnNr()));
        }
        faults.throwIfAny();
        return read;
    }

    /** Faults of an item are its own: they come with it. */
    private int countItems() {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new FaultsFound(List.of(Fault.at("", "not-a-list")));
        }
        int size = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            tree("");
            size++;
        }
        faults = new Faults();
        return size;
    }

    private Item nextItem() {
        parser.nextToken();
        faults = new Faults();
        return new Item(tree(""), faults.sorted());
    }

    private Tree tree(String pointer) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(pointer);
            case START_ARRAY -> list(pointer);
            case VALUE_STRING -> scalar(Kind.TEXT, wellFormed(parser.getString(), pointer));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString());
            case VALUE_TRUE -> TRUE;
            case VALUE_FALSE -> FALSE;
            case VALUE_NULL -> NULL;
            default -> throw new IllegalStateException("unexpected " + token);
        };
    }

    private Tree object(String pointer) {
        Map<String, Tree> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = wellFormed(parser.currentName(), pointer);
            String below = RecordBinder.below(pointer, name);
            parser.nextToken();
            Tree value = tree(below);
            if (members.putIfAbsent(name, value) != null) {
                faults.add(Fault.at(below, "duplicate-member", name));
            }
        }
        return members.isEmpty() ? EMPTY : new Tree.Obj(members.size() == 1 ? Map.copyOf(members) : members);
    }

    private Tree list(String pointer) {
        List<Tree> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(tree(pointer + "/" + items.size()));
        }
        return new Tree.Arr(Position.NOWHERE, List.copyOf(items));
    }

    /** Half a surrogate pair can be escaped, and is no character: it could not be written into an answer. */
    private String wellFormed(String text, String pointer) {
        if (isWellFormed(text)) {
            return text;
        }
        faults.add(Fault.at(pointer, "json-surrogate"));
        return text.replaceAll("\\p{Cs}", "\uFFFD");
    }

    private static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i)) && !Character.isSupplementaryCodePoint(text.codePointAt(i++))) {
                return false;
            }
        }
        return true;
    }

    /** Small numbers are shared: a body may have a million of them. */
    private static Tree number(String text) {
        int digit = text.length() == 1 ? text.charAt(0) - '0' : -1;
        return digit >= 0 ? DIGITS.get(digit) : scalar(Kind.NUMBER, text);
    }

    private static Tree scalar(Kind kind, String text) {
        return new Tree.Scalar(Position.NOWHERE, kind, text);
    }

    private static String decoded(byte[] body) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new FaultsFound(List.of(Fault.at("", "body-not-utf8")));
        }
        if (text.startsWith(BYTE_ORDER_MARK)) {
            throw new FaultsFound(List.of(Fault.at("", "json-byte-order-mark")));
        }
        return text;
    }

    private FaultsFound refused(String code) {
        TokenStreamLocation place = parser.currentLocation();
        return new FaultsFound(List.of(Fault.at("", code, place.getLineNr(), place.getColumnNr())));
    }
}
