package io.quanyi.workshop.scaffold;

import io.quanyi.checks.CaseFile;
import io.quanyi.workshop.command.Output;
import io.quanyi.workshop.command.RulesFolder;
import java.io.IOException;
import java.util.List;

/** New cases, which are added to the files of cases of a draft. */
public final class NewCases {

    private final RulesFolder rules;
    private final RulesEdit edit;
    private final EditableVersions versions;

    /**
     * Begins with no case.
     *
     * @throws io.quanyi.workshop.command.InvalidCall if the newest policy is sealed
     */
    public NewCases(RulesFolder rules, Output output, String programme) {
        this.rules = rules;
        this.edit = new RulesEdit(rules.tree());
        this.versions = new EditableVersions(edit, output, programme);
        versions.policy(null);
        versions.throwIfRefused();
    }

    /**
     * Adds a case to the file of a service, unless the file has a case of this name.
     *
     * @return whether the case was added
     */
    public boolean add(String service, String name, String entry) {
        String file = versions.rules(service + CaseFile.SUFFIX);
        if (edit.has(file) && edit.text(file).contains(name)) {
            return false;
        }
        if (edit.has(file)) {
            edit.extend(file, "cases", "\n" + entry);
        } else {
            edit.add(file, "cases:\n\n" + entry.indent(2));
        }
        return true;
    }

    /**
     * Writes the files.
     *
     * @return their paths
     * @throws IOException if a file cannot be written
     */
    public List<String> write() throws IOException {
        AtomicWrite.write(rules.folder(), edit);
        return edit.files().stream()
                .map(file -> rules.folder().resolve(file.path()).toString())
                .toList();
    }
}
