package io.jenkins.plugins.slacknotify.message.wording;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The phrases of which messages are made. Each has a pattern in {@code phrases.properties}, under its name in lower case with
 * dots.
 *
 * <p>A translation is a file such as {@code phrases_de.properties} beside it. The language is that of the process, or English if
 * there is no such file.
 */
public enum Phrase {
    NAME_BUILD,
    NAME_BRANCH,
    NAME_PULLREQUEST,
    NAME_PROMOTION,

    HEADLINE_SUCCEEDED,
    HEADLINE_PROMOTED,
    HEADLINE_FIXED,
    HEADLINE_FIXED_AFTER,
    HEADLINE_UNSTABLE,
    HEADLINE_UNSTABLE_STILL,
    HEADLINE_FAILED,
    HEADLINE_BROKE,
    HEADLINE_FAILED_STILL,
    HEADLINE_ABORTED,
    HEADLINE_NOTBUILT,
    HEADLINE_ABORTED_BY,
    HEADLINE_ABORTED_REASON,
    HEADLINE_NOTBUILT_REASON,
    HEADLINE_LOST,
    HEADLINE_LOST_AGENT,
    HEADLINE_RESTART,
    HEADLINE_TIMEDOUT,
    HEADLINE_SUPERSEDED,
    HEADLINE_SUPERSEDED_BY,
    PLAIN_NOTE,
    HEADLINE_GOOD_SOFAR,
    HEADLINE_FIXED_SOFAR,
    HEADLINE_GOOD_SOFAR_IN,
    HEADLINE_FIXED_SOFAR_IN,
    HEADLINE_STARTED,
    HEADLINE_LONG,
    HEADLINE_LONG_USUALLY,
    HEADLINE_WAITS,
    HEADLINE_WAITS_FOR,
    HEADLINE_WAITED,
    HEADLINE_WAITED_FOR,
    HEADLINE_ANSWERED,
    HEADLINE_ANSWERED_BY,
    HEADLINE_REJECTED,
    HEADLINE_REJECTED_BY,
    HEADLINE_GIVENUP,
    HEADLINE_AFTER,
    HEADLINE_RERUN,
    HEADLINE_SERIES,
    HEADLINE_SERIES_OLDER,
    HEADLINE_TESTS,
    HEADLINE_TESTS_SOMENEW,
    HEADLINE_TESTS_ALLNEW,
    HEADLINE_STAGE,
    HEADLINE_STAGES,
    HEADLINE_STAGES_MORE,
    HEADLINE_STAGES_SEPARATOR,
    HEADLINE_REASON_LOST,
    HEADLINE_REASON_LOST_AGENT,
    HEADLINE_REASON_RESTART,
    HEADLINE_REASON_TIMEDOUT,

    BODY_STAGE,
    BODY_STAGE_ERROR,
    BODY_STAGE_UNSTABLE,
    BODY_STAGE_UNSTABLE_ERROR,
    BODY_STAGE_ABORTED,
    BODY_STAGE_ABORTED_ERROR,
    BODY_ERROR,
    BODY_TESTS_NEW,
    BODY_PULLREQUEST,
    BODY_CHANGES,

    ITEM_TEST,
    ITEM_TEST_REASON,
    ITEM_CHANGE,
    ITEM_BUILD,
    ITEM_MORE,

    FOOTER_SEPARATOR,
    FOOTER_INFO,
    FOOTER_NOTICE,
    FOOTER_WARNING,
    FOOTER_ERROR,
    FOOTER_CRITICAL,
    FOOTER_TOOK,
    FOOTER_TOOK_USUALLY,
    FOOTER_RUNNING,
    FOOTER_RUNNING_USUALLY,
    FOOTER_USUALLY,
    FOOTER_ENDED,
    FOOTER_ASOF,
    FOOTER_INPUT,
    FOOTER_CONSOLE,
    FOOTER_TESTS,
    FOOTER_CHANGES,

    DIGEST_HEADLINE,
    DIGEST_HEADLINE_LATE,
    DIGEST_HEADLINE_UNREAD,
    DIGEST_COUNT,
    DIGEST_ALL,
    DIGEST_SEPARATOR,
    DIGEST_STARTED,
    DIGEST_WAITING,
    DIGEST_LONG,
    DIGEST_GOOD,
    DIGEST_FIXED,
    DIGEST_UNSTABLE,
    DIGEST_UNSTABLE_STILL,
    DIGEST_FAILED,
    DIGEST_BROKEN,
    DIGEST_FAILED_STILL,
    DIGEST_ABORTED,
    DIGEST_NOTBUILT,
    DIGEST_LOST,
    DIGEST_TIMEDOUT,
    DIGEST_SUPERSEDED,

    BECAUSE_NAMED,
    BECAUSE_STARTED,
    BECAUSE_COMMITTER,
    BECAUSE_COMMITTER_STARTED,
    BECAUSE_BREAKER,
    BECAUSE_BREAKER_STARTED,
    BECAUSE_CULPRIT,
    BECAUSE_CULPRIT_STARTED,

    THREAD_LOG,
    THREAD_LOG_UNNAMED,
    THREAD_DOWNSTREAM,
    THREAD_TESTS,
    THREAD_CHANGES,

    TEMPLATE_TESTS,
    TEMPLATE_TESTS_NEW,
    TEMPLATE_TESTS_PASS,

    DURATION_MOMENT,
    DURATION_SECONDS,
    DURATION_MINUTES,
    DURATION_MINUTES_SECONDS,
    DURATION_HOURS,
    DURATION_HOURS_MINUTES,
    DURATION_DAYS,
    DURATION_DAYS_HOURS,

    TIME_LOCAL,
    TIME_UTC;

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle(
            Phrase.class.getPackageName() + ".phrases",
            Locale.getDefault(),
            Phrase.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    /** The language of the phrases. */
    static final Locale LANGUAGE = BUNDLE.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : BUNDLE.getLocale();

    /** Puts the arguments into the places {@code {0}}, {@code {1}} and so on. Patterns within arguments have no effect. */
    public String format(Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key()), LANGUAGE).format(arguments);
    }

    /** The key of the pattern in the file. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
