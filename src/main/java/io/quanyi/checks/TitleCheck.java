package io.quanyi.checks;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.text.Language;
import io.quanyi.text.TranslatedText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks the titles of rules and the names of cases. A reader must understand each one alone: it begins with no word that points at another
 * sentence, it is used once, and the title of a rule exists in every language of the programme.
 */
final class TitleCheck {

    /** Chinese words that point at another sentence if a title begins with them; 其他 and the like do not. */
    private static final String CHINESE =
            "它|其(?![他它余次])|该|此|这|那(?!曲)|谁|哪|什么|同上|上述|前者|后者|也|同样|同理|但(?!丁)|而(?!立)|则|又|反之|否则";

    /** English words that point at another sentence; IT, in capitals, is no pronoun. */
    private static final String ENGLISH = "(?:[Ii]t|[Ii]ts|[Tt](?:his|hat|hese|hose|hey|heir|he same|hen)|[Hh]e|[Ss]he"
            + "|[Ww](?:ho|hoever|hose|hat|hatever|hich|hichever)|[Nn](?:one|obody|othing|or)|[Ss](?:omebody|omething|uch|o)"
            + "|[Aa](?:nybody|nything|lso|nd)|[Ll]ikewise|[Oo](?:therwise|r)|[Bb]ut)(?![A-Za-z])";

    private static final Pattern LEANING = Pattern.compile("^(?:" + CHINESE + "|" + ENGLISH + ")");

    private final Faults faults;
    private final Map<String, Position> seen = new HashMap<>();

    private final String leaning;
    private final String repeated;

    private TitleCheck(Faults faults, String leaning, String repeated) {
        this.faults = faults;
        this.leaning = leaning;
        this.repeated = repeated;
    }

    /** Checks the titles of all rules of a release. */
    static void ofRules(ProgrammeRelease release, Faults faults) {
        TitleCheck check = new TitleCheck(faults, "title-leaning", "title-repeated");
        Language document = release.programme().source().documentLanguage();
        for (RuleInfo rule : release.policy().rules()) {
            check.refuseUntranslated(rule, document, release.catalogue().languages());
            check.refuse(rule.title(), rule.position());
        }
    }

    /** Checks the names of the cases of one file. */
    static void ofCases(List<Case> cases, Faults faults) {
        TitleCheck check = new TitleCheck(faults, "case-name-leaning", "case-name-repeated");
        cases.forEach(asked -> check.refuse(asked.name(), asked.position()));
    }

    private void refuseUntranslated(RuleInfo rule, Language document, Set<Language> languages) {
        Set<Language> translated = rule.title().translations().keySet();
        if (translated.contains(document)) {
            faults.add(Fault.at(rule.position(), "title-in-own-language", rule.id(), document.code()));
        }
        languages.stream()
                .filter(language -> language != document && !translated.contains(language))
                .forEach(language ->
                        faults.add(Fault.at(rule.position(), "title-untranslated", rule.id(), language.code())));
    }

    private void refuse(TranslatedText title, Position position) {
        refuseLeaning(title.written(), position);
        title.translations().values().forEach(translation -> refuseLeaning(translation, position));
        Arrays.stream(Language.values()).map(title::in).distinct().forEach(text -> refuseRepeated(text, position));
    }

    private void refuseLeaning(String title, Position position) {
        Matcher word = LEANING.matcher(title);
        if (word.find()) {
            faults.add(Fault.at(position, leaning, title, word.group()));
        }
    }

    private void refuseRepeated(String title, Position position) {
        Position first = seen.putIfAbsent(title, position);
        if (first != null) {
            faults.add(Fault.at(position, repeated, title, first));
        }
    }
}
