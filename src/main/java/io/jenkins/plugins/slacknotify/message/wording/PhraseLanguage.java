package io.jenkins.plugins.slacknotify.message.wording;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * The language of the phrases that a thread writes: that of the Java process, unless another one was chosen for a while. A language
 * without a file of phrases is English.
 */
public final class PhraseLanguage {
    private static final ThreadLocal<Locale> CHOSEN = new ThreadLocal<>();
    private static final ConcurrentMap<Locale, ResourceBundle> BUNDLES = new ConcurrentHashMap<>();

    private PhraseLanguage() {}

    /**
     * Runs code whose phrases are in a language, and restores the former language of the thread afterwards.
     *
     * @param language null to keep the language of the thread
     */
    public static <T> T in(@CheckForNull Locale language, Supplier<T> writing) {
        if (language == null) {
            return writing.get();
        }
        Locale before = CHOSEN.get();
        CHOSEN.set(language);
        try {
            return writing.get();
        } finally {
            if (before == null) {
                CHOSEN.remove();
            } else {
                CHOSEN.set(before);
            }
        }
    }

    static ResourceBundle bundle() {
        Locale chosen = CHOSEN.get();
        return BUNDLES.computeIfAbsent(chosen == null ? Locale.getDefault() : chosen, PhraseLanguage::load);
    }

    static Locale locale() {
        Locale language = bundle().getLocale();
        return language.equals(Locale.ROOT) ? Locale.ENGLISH : language;
    }

    private static ResourceBundle load(Locale language) {
        return ResourceBundle.getBundle(
                Phrase.class.getPackageName() + ".phrases",
                language,
                Phrase.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
