package io.quanyi.source.edit;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.events.CommentEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The comments of a YAML file. */
public final class YamlComments {

    private YamlComments() {}

    /**
     * The text of each comment behind its {@code #}, in the order of the file.
     *
     * @param file a file that has been read as YAML
     * @throws FaultsFound if it has comments where they cannot be told from values
     */
    public static List<String> of(SourceFile file) {
        LoadSettings settings = LoadSettings.builder().setParseComments(true).build();
        String text = Objects.requireNonNull(file.text(new Faults()));
        List<String> comments = new ArrayList<>();
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                if (event instanceof CommentEvent comment && comment.getCommentType() != CommentType.BLANK_LINE) {
                    comments.add(comment.getValue().strip());
                }
            }
        } catch (YamlEngineException e) {
            throw new FaultsFound(List.of(Fault.at(Position.of(file.path()), "yaml-not-editable")));
        }
        return comments;
    }
}
