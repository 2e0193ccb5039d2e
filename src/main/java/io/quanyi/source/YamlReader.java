package io.quanyi.source;

import io.quanyi.source.Tree.Kind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML with every scalar as the text that was written: {@code on} stays a text and {@code 13:00} does not become
 * a number. Anchors, aliases, tags, a second document, duplicate keys, deep nesting and deceptive characters are
 * faults.
 */
public final class YamlReader {

    private static final int DEEPEST = 32;
    private static final int MAX_LENGTH = 4 << 20;
    private static final int MAX_TEXT_LENGTH = 10_000;

    /** A line before the document: a directive, a comment, an end marker, or an empty line. */
    private static final Pattern BEFORE_THE_DOCUMENT =
            Pattern.compile("(?:(%[^\n]*)|(?:\\.\\.\\.)?[ \t\r]*(?:#[^\n]*)?)(?:\n|(?<=[^\n])\\z)");

    private final String file;
    private final String text;
    private final Faults faults;
    private final Iterator<Event> events;
    /** The place that was read last, for faults without a place of their own. */
    private Position reached;

    private YamlReader(String file, String text, Iterator<Event> events, Faults faults) {
        this.file = file;
        this.text = text;
        this.events = events;
        this.faults = faults;
        this.reached = Position.start(file);
    }

    /** Reads a file; null with faults added if it is not YAML of this kind. */
    public static @Nullable Tree read(SourceFile source, Faults faults) {
        String text = source.text(faults);
        if (text == null) {
            return null;
        }
        if (text.length() > MAX_LENGTH) {
            faults.add(Fault.at(
                    Position.after(source.path(), text.substring(0, MAX_LENGTH)), "file-too-long", MAX_LENGTH));
            return null;
        }
        int before = faults.count();
        DeceptiveCharacters.refuse(source.path(), text, any -> false, faults);
        refuseDirectives(source.path(), text, faults);
        if (faults.count() != before) {
            return null;
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source.path())
                .setCodePointLimit(MAX_LENGTH)
                .build();
        YamlReader reader = new YamlReader(
                source.path(), text, new Parse(settings).parseString(text).iterator(), faults);
        Tree tree = reader.document();
        return faults.count() == before ? tree : null;
    }

    /** Refuses directives before the document, which the parser skips without a report if it does not know them. */
    private static void refuseDirectives(String file, String text, Faults faults) {
        Matcher lines = BEFORE_THE_DOCUMENT.matcher(text);
        for (int row = 1; lines.lookingAt(); row++) {
            if (lines.group(1) != null) {
                faults.add(Fault.at(new Position(file, row, 1), "yaml-directive"));
            }
            lines.region(lines.end(), text.length());
        }
    }

    private @Nullable Tree document() {
        try {
            events.next();
            Event start = events.next();
            if (start.getEventId() == Event.ID.StreamEnd) {
                faults.add(Fault.at(Position.start(file), "file-empty"));
                return null;
            }
            Tree tree = tree(events.next(), 0);
            events.next();
            Event end = events.next();
            if (end.getEventId() != Event.ID.StreamEnd) {
                faults.add(Fault.at(position(end.getStartMark()), "yaml-several-documents"));
            }
            return tree;
        } catch (MarkedYamlEngineException e) {
            faults.add(syntaxFault(position(e.getProblemMark()), e.getProblem().contains("(TAB)")));
        } catch (YamlEngineException | NoSuchElementException e) {
            faults.add(Fault.at(reached, "yaml-syntax"));
        }
        return null;
    }

    /** The fault of a place that is no YAML: a tab, or punctuation of a Chinese input method on its line or the one before. */
    private Fault syntaxFault(Position at, boolean tab) {
        if (tab) {
            return Fault.at(at, "yaml-tab");
        }
        List<String> lines = text.lines().toList();
        for (int line = at.line(); line >= Math.max(1, at.line() - 1); line--) {
            String written = line > lines.size() ? "" : lines.get(line - 1);
            int mistyped = FullWidthCharacters.firstPunctuation(written);
            if (mistyped >= 0) {
                return FullWidthCharacters.fault(new Position(file, line, mistyped + 1), written.charAt(mistyped));
            }
        }
        return Fault.at(at, "yaml-syntax");
    }

    private Tree tree(Event event, int depth) {
        reached = position(event.getStartMark());
        refuseAnchorsAndTags(event);
        if (depth > DEEPEST) {
            throw new YamlEngineException("nested deeper than " + DEEPEST);
        }
        if (event instanceof MappingStartEvent) {
            return object(position(event.getStartMark()), depth);
        }
        if (event instanceof SequenceStartEvent) {
            return list(position(event.getStartMark()), depth);
        }
        return event instanceof ScalarEvent scalar
                ? scalar(scalar)
                : new Tree.Scalar(position(event.getStartMark()), Kind.NULL, "");
    }

    private Tree object(Position position, int depth) {
        Map<String, Tree> members = new LinkedHashMap<>();
        Map<String, Position> keys = new LinkedHashMap<>();
        for (Event key = events.next(); key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
            Position at = position(key.getStartMark());
            Tree name = tree(key, depth + 1);
            Tree value = tree(events.next(), depth + 1);
            if (!(name instanceof Tree.Scalar scalar)) {
                faults.add(Fault.at(at, "yaml-key-no-text"));
            } else if (members.putIfAbsent(scalar.text(), value) != null) {
                faults.add(Fault.at(at, "duplicate-member", scalar.text()));
            } else {
                keys.put(scalar.text(), at);
            }
        }
        return new Tree.Obj(position, members, keys);
    }

    private Tree list(Position position, int depth) {
        List<Tree> items = new ArrayList<>();
        for (Event item = events.next(); item.getEventId() != Event.ID.SequenceEnd; item = events.next()) {
            items.add(tree(item, depth + 1));
        }
        return new Tree.Arr(position, items);
    }

    private Tree scalar(ScalarEvent event) {
        Position position = position(event.getStartMark());
        String text = event.getValue();
        refuseUnfit(text, position);
        boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
        boolean nothing = plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
        Kind kind = nothing ? Kind.NULL : plain ? Kind.PLAIN : Kind.TEXT;
        return new Tree.Scalar(position, kind, text);
    }

    /**
     * Refuses characters in the value of a scalar that are refused in the file, because they may be written as escapes.
     */
    private void refuseUnfit(String text, Position position) {
        if (text.length() > MAX_TEXT_LENGTH) {
            faults.add(Fault.at(position, "text-too-long", text.length(), MAX_TEXT_LENGTH));
        }
        int deceptive = DeceptiveCharacters.firstIn(text);
        if (deceptive >= 0) {
            faults.add(DeceptiveCharacters.refusal(position, text.codePointAt(deceptive)));
        }
    }

    private void refuseAnchorsAndTags(Event event) {
        if (event instanceof AliasEvent) {
            faults.add(Fault.at(position(event.getStartMark()), "yaml-alias"));
        } else if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            faults.add(Fault.at(position(event.getStartMark()), "yaml-alias"));
        } else if (tag(event).isPresent()) {
            faults.add(Fault.at(position(event.getStartMark()), "yaml-tag"));
        }
    }

    private static Optional<String> tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
    }

    private Position position(Optional<Mark> mark) {
        return mark.map(m -> new Position(file, m.getLine() + 1, m.getColumn() + 1))
                .orElse(reached);
    }
}
