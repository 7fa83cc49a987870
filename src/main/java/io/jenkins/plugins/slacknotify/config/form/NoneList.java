package io.jenkins.plugins.slacknotify.config.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * The way to write an empty list where the default is not empty. Configuration as Code leaves an empty list out of its export, so that
 * it would become the default again; the list with {@code none} alone stands for it there. Both ways are read.
 */
public final class NoneList {
    private static final List<String> NONE = List.of("none");

    private NoneList() {}

    /** Returns a list as Configuration as Code exports it. */
    public static List<String> written(List<String> list) {
        return list.isEmpty() ? NONE : list;
    }

    /** Returns the list that somebody has written, without blank elements; the empty list for null. */
    public static List<String> read(@CheckForNull List<String> written) {
        List<String> given = FormLists.stripped(written);
        return given.equals(NONE) ? List.of() : given;
    }
}
