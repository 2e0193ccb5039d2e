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
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON as RFC 8259 has it and nothing beside: UTF-8, no member twice, no comments, nothing behind the document. A number
 * keeps all its digits. Depth and lengths are bounded, so that a small body cannot cost much.
 */
public final class JsonReader {

    static final int DEEPEST = 20;
    static final int LONGEST_NAME = 100;
    static final int LONGEST_NUMBER = 100;
    static final int LONGEST_TEXT = 10_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(LONGEST_NAME)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();

    /**
     * One item of a list.
     *
     * @param tree what it says, as far as it can be read
     * @param faults why that is not far enough, each with its pointer into the item; none for most
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
     * Reads a whole document that is a list, each item by itself.
     *
     * @throws FaultsFound if it is no JSON of this kind, or no list
     */
    public static List<Item> readItems(byte[] body) {
        return whole(body, JsonReader::items);
    }

    private static <T> T whole(byte[] body, Function<JsonReader, T> content) {
        String text = decoded(body);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            return new JsonReader(parser).whole(content);
        }
    }

    /** Says where it ends, in our own words: the parser's name its own classes and settings. */
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

    private List<Item> items() {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new FaultsFound(List.of(Fault.at("", "not-a-list")));
        }
        List<Item> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            faults = new Faults();
            items.add(new Item(tree(""), faults.sorted()));
        }
        faults = new Faults();
        return items;
    }

    private Tree tree(String pointer) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(pointer);
            case START_ARRAY -> list(pointer);
            case VALUE_STRING -> scalar(Kind.TEXT, wellFormed(parser.getString(), pointer));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(Kind.NUMBER, parser.getString());
            case VALUE_TRUE, VALUE_FALSE -> scalar(Kind.BOOLEAN, parser.getString());
            case VALUE_NULL -> scalar(Kind.NULL, "");
            default -> throw new IllegalStateException("unexpected " + token);
        };
    }

    private Tree object(String pointer) {
        Map<String, Tree> members = new LinkedHashMap<>();
        Map<String, Position> keys = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = wellFormed(parser.currentName(), pointer);
            String below = RecordBinder.below(pointer, name);
            parser.nextToken();
            Tree value = tree(below);
            if (members.putIfAbsent(name, value) != null) {
                faults.add(Fault.at(below, "duplicate-member", name));
            }
            keys.putIfAbsent(name, Position.NOWHERE);
        }
        return new Tree.Obj(Position.NOWHERE, members, keys);
    }

    private Tree list(String pointer) {
        List<Tree> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(tree(pointer + "/" + items.size()));
        }
        return new Tree.Arr(Position.NOWHERE, items);
    }

    /** Half a surrogate pair can be escaped, and is no character: it could not be written into an answer. */
    private String wellFormed(String text, String pointer) {
        if (text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            return text;
        }
        faults.add(Fault.at(pointer, "json-surrogate"));
        return text.replaceAll("\\p{Cs}", "\uFFFD");
    }

    private static Tree scalar(Kind kind, String text) {
        return new Tree.Scalar(Position.NOWHERE, kind, text);
    }

    private static String decoded(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new FaultsFound(List.of(Fault.at("", "body-not-utf8")));
        }
    }

    private FaultsFound refused(String code) {
        TokenStreamLocation place = parser.currentLocation();
        return new FaultsFound(List.of(Fault.at("", code, place.getLineNr(), place.getColumnNr())));
    }
}
